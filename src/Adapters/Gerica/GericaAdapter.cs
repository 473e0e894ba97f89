using Hub.Adapters.Gerica.Reading;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Adapters.Gerica;

/// <summary>A Gerica-like journal: takes what happens at home, answers who somebody is and who has a service, and tells of changes. The interface is modelled; see the README beside this file.</summary>
public sealed class GericaAdapter : IInboundAdapter, IOutboundAdapter, ILookupAdapter
{
    private static readonly HashSet<LookupKind> Kinds = [LookupKind.Personalia, LookupKind.Enrolled];

    /// <inheritdoc/>
    public string Name => "gerica";

    /// <inheritdoc/>
    public IReadOnlyList<string> Options => GericaSettings.Names;

    /// <inheritdoc/>
    public IEnumerable<HubError> Check(PartnerConfig partner, TenantConfig tenant, ISecretReader? secrets) => GericaSettings.Check(partner);

    /// <inheritdoc/>
    public ParsedMessage Parse(InboundMessage input) => NoticeReader.Read(input);

    /// <inheritdoc/>
    public ISender Open(PartnerConfig partner, SenderContext context) => new GericaSender(partner, context);

    /// <inheritdoc/>
    public IReadOnlySet<LookupKind> Answers(PartnerConfig partner) => partner.Url is null ? new HashSet<LookupKind>() : Kinds;

    /// <inheritdoc/>
    public ILookup OpenLookup(PartnerConfig partner, SenderContext context) => new GericaLookup(partner, context);
}
