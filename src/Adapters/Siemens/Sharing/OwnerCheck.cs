using System.Text.Json;
using Hub.Adapters.FhirReading;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Siemens.Sharing;

/// <summary>Whether an entry belongs to the tenant that it came to. Over a shared connection it must say so; over a tenant's own address it must not say otherwise, and what the tenant's parties (a hospital) own is the tenant's business too.</summary>
internal static class OwnerCheck
{
    /// <summary>The check for a message.</summary>
    /// <param name="input">The message.</param>
    /// <param name="root">Its JSON.</param>
    /// <returns>Says what is wrong with an entry, null when nothing is.</returns>
    public static Func<FhirEntry, HubError?> For(InboundMessage input, JsonElement root)
    {
        if (input.Tenant is not { } tenant)
            return _ => null;
        var bundle = new RawBundle(root);
        var owners = new Owners(bundle);
        var isShared = input.Partner.Inbound?.Auth == InboundAuth.Connection;
        var own = tenant.Parties.Values.Select(p => p.Orgnr).Where(_ => !isShared).Append(tenant.Organization.Orgnr).ToHashSet(StringComparer.Ordinal);
        return entry =>
        {
            var place = PlaceOf(entry);
            if (place >= bundle.Entries.Count)
                return null;
            var owner = owners.Of(bundle.Entries[place], onlyPatients: !isShared);
            if (owner.Orgnr is { } orgnr)
                return own.Contains(orgnr) ? null : AuthErrors.NotServed.At(entry.ResourcePath);
            return isShared || owner.Error!.Code == FhirErrors.SeveralOrganizations.Code ? owner.Error : null;
        };
    }

    private static int PlaceOf(FhirEntry entry) =>
        int.TryParse(entry.Path.AsSpan("Bundle.entry[".Length).TrimEnd(']'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var place) ? place : int.MaxValue;
}
