using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Adapters.CheckWare;

/// <summary>Reads answered forms from a CheckWare-like system, and asks it for them. The format is ours, modelled; README.md beside this file documents it.</summary>
public sealed class CheckWareAdapter : IInboundAdapter, ILookupAdapter
{
    /// <summary>Most assessments in one batch.</summary>
    public const int MostAssessments = 200;

    private static readonly JsonBatch Deliveries = new("delivery", "A", "deliveries", MostAssessments, DeliveryReader.Read);
    private static readonly HashSet<LookupKind> Kinds = [LookupKind.Questionnaires];

    /// <inheritdoc/>
    public string Name => "checkware";

    /// <inheritdoc/>
    public IReadOnlySet<LookupKind> Answers(PartnerConfig partner) => partner.Url is null ? new HashSet<LookupKind>() : Kinds;

    /// <inheritdoc/>
    public ILookup OpenLookup(PartnerConfig partner, SenderContext context) => new CheckWareLookup(partner, context);

    /// <inheritdoc/>
    public ParsedMessage Parse(InboundMessage input) => Deliveries.Read(input);
}
