using Hub.Core.Adapters;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Adapters.Planer;

/// <summary>Planer, the national register of patients' plans (NHN, Planer API v0.4.0): takes versions of shared plans, gives back what others change there, and is asked for plans. README.md beside this file has the rules.</summary>
public sealed class PlanerAdapter : IOutboundAdapter, ILookupAdapter, IPolledAdapter
{
    private static readonly HashSet<LookupKind> Plans = [LookupKind.Plans];

    /// <inheritdoc/>
    public string Name => "planer";

    /// <inheritdoc/>
    public ISender Open(PartnerConfig partner, SenderContext context) => new PlanerSender(partner, context);

    /// <inheritdoc/>
    public IReadOnlySet<LookupKind> Answers(PartnerConfig partner) => partner.Url is null ? new HashSet<LookupKind>() : Plans;

    /// <inheritdoc/>
    public ILookup OpenLookup(PartnerConfig partner, SenderContext context) => new PlanerLookup(partner, context);

    /// <inheritdoc/>
    public IFeed OpenFeed(PartnerConfig partner, SenderContext context) => new PlanerFeed(partner, context);

    /// <inheritdoc/>
    public ParsedMessage Parse(InboundMessage input) => PlanerReading.Read(input);
}
