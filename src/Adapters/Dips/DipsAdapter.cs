using Hub.Adapters.Dips.Lookups;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Adapters.Dips;

/// <summary>The way to a DIPS journal: alerts to RPM RecordKeeper, vital signs, documents, forms and plans over FHIR R4, and look-ups. The README beside this file says what is public and what is assumed.</summary>
public sealed class DipsAdapter : IOutboundAdapter, ILookupAdapter
{
    private static readonly HashSet<LookupKind> Kinds = [LookupKind.Personalia, LookupKind.Measurements, LookupKind.Plans, LookupKind.Enrolled];

    /// <inheritdoc/>
    public string Name => "dips";

    /// <summary>Addresses, scopes, subscription key, pinned versions; and what the mappings <c>dips.*</c> read.</summary>
    public IReadOnlyList<string> Options => DipsOptions.Names;

    /// <inheritdoc/>
    public IEnumerable<HubError> Check(PartnerConfig partner, TenantConfig tenant, ISecretReader? secrets) => DipsOptions.Check(partner, tenant, secrets);

    /// <inheritdoc/>
    public ISender Open(PartnerConfig partner, SenderContext context) => new DipsSender(partner, context);

    /// <inheritdoc/>
    public IReadOnlySet<LookupKind> Answers(PartnerConfig partner) => partner.Url is null || DipsOptions.AsksNothing(partner) ? new HashSet<LookupKind>() : Kinds;

    /// <inheritdoc/>
    public ILookup OpenLookup(PartnerConfig partner, SenderContext context) => new DipsLookup(partner, context);
}
