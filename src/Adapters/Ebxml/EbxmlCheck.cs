using Hub.Adapters.Ebxml.Parties;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Ebxml;

/// <summary>What must hold for a partner on the message network beyond the form of the file.</summary>
internal static class EbxmlCheck
{
    public static IEnumerable<HubError> Of(PartnerConfig partner, TenantConfig tenant, ISecretReader? secrets)
    {
        if (partner.Her is null)
            yield return ConfigErrors.Missing.At("her", "'her' is required for the adapter 'ebxml': the partner's HER-ids");
        if (partner.Inbound is { Auth: not InboundAuth.Signature })
            yield return ConfigErrors.BadValue.At("inbound.auth", "'auth' must be signature for the adapter 'ebxml'");
        foreach (var error in EbxmlOptions.Read(partner).Errors)
            yield return error;
        if (tenant.Messaging is null)
        {
            yield return ConfigErrors.Missing.At("/messaging", "'messaging' is required since a partner has the adapter 'ebxml'");
            yield break;
        }

        if (tenant.Organization.Her is null)
            yield return ConfigErrors.Missing.At("/organization.her", "'her' is required: incoming documents are addressed to the enterprise and its service");
        if (secrets is null || partner.Her is not { } her)
            yield break;
        var own = TenantParty.Load(tenant, secrets);
        foreach (var error in own.Errors)
            yield return error;
        if (!own.IsOk)
            yield break;
        foreach (var remark in own.Value.Remarks)
            yield return remark;
        if (own.Value.Book.Find(her.Party) is null && !own.Value.Agreements.Values.Any(a => a.Party(her.Party) is not null))
            yield return EbxmlErrors.NotInRegister.At("her", $"Neither the register directory nor an agreement has HER-id {her.Party}");
        else if (partner.Url is null && own.Value.EndpointOf(partner) is null)
            yield return EbxmlErrors.NotInRegister.At("her", "Neither tenant file, agreement nor register has an address for this partner");
    }
}
