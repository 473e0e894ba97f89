using Hub.Core.Content;
using Hub.Core.Tenants;

namespace Hub.Core.Mappings;

/// <summary>Writes contents in one target form. Pure: the same envelope and context give the same bytes. A type that implements it and has a constructor without parameters is found by itself.</summary>
public interface IMapping
{
    /// <summary>Name in tenant files (<c>as: fhir.observation</c>).</summary>
    string Name { get; }

    /// <summary>The kinds it takes.</summary>
    IReadOnlySet<ContentKind> Accepts { get; }

    /// <summary>Makes the document.</summary>
    /// <param name="envelope">What to write.</param>
    /// <param name="context">For whom.</param>
    /// <returns>The document with its ledger, or errors.</returns>
    MappingOutcome Map(Envelope envelope, MappingContext context);
}

/// <summary>For whom a document is made.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Target">The receiving partner.</param>
/// <param name="Ids">Gives the ids that the document needs.</param>
public sealed record MappingContext(TenantConfig Tenant, PartnerConfig Target, DocumentIds Ids)
{
    /// <summary>What became of the message's other deliveries; empty unless the mapping is an <see cref="IAnswerMapping"/>.</summary>
    public IReadOnlyList<OtherDelivery> Others { get; init; } = [];
}

/// <summary>A mapping that answers the source: it is told what became of the message's other deliveries (<see cref="MappingContext.Others"/>).</summary>
public interface IAnswerMapping : IMapping;

/// <summary>What became of another delivery of the same message.</summary>
/// <param name="Route">Its route.</param>
/// <param name="Partner">Its receiver.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ErrorCode">Code of its last error, null when none.</param>
public sealed record OtherDelivery(string Route, string Partner, Deliveries.DeliveryState State, string? ErrorCode)
{
    /// <summary>Mapping that makes its document; empty when not told.</summary>
    public string Mapping { get; init; } = "";
}
