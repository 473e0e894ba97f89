using Hub.Adapters.Ebxml.Parties;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Ebxml;

/// <summary>What must hold for a partner on the message network beyond the form of the file.</summary>
internal static class EbxmlCheck
{
    public static IEnumerable<HubError> Of(PartnerConfig partner, TenantConfig tenant, ISecretReader? secrets)
    {
        if (partner.PatientsGp is { } knows && !tenant.Partners.ContainsKey(knows))
            yield return ConfigErrors.UnknownPartner.At("her.patientsGp", $"This tenant has no partner '{knows}'");
        if (partner.PatientsGp is not null && partner.Url is not null)
            yield return ConfigErrors.BadValue.At("url", "'url' has no meaning where each patient's own practitioner is written to: the register has the addresses");
        if (partner.PatientsGp is not null && tenant.Partners.Values.Any(p => p.Name != partner.Name && p.PatientsGp is not null))
            yield return ConfigErrors.NotUnique.At("her.patientsGp", "One partner of a tenant can stand for its patients' practitioners");
        if (partner is { Her: null, PatientsGp: null })
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
        if (secrets is null)
            yield break;
        foreach (var error in TenantParty.Load(tenant, secrets).Errors)
            yield return error;
    }
}
