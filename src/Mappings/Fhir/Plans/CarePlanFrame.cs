using Hub.Core.Content;
using Hub.Fhir.Model;

namespace Hub.Mappings.Fhir.Plans;

/// <summary>What surrounds a CarePlan.</summary>
/// <param name="Envelope">The envelope the plan came in.</param>
/// <param name="Subject">The patient.</param>
/// <param name="ResourceId">Id of the resource; null inside a document.</param>
/// <param name="Identifiers">Identifiers of the hub, after the source's own.</param>
internal sealed record CarePlanFrame(Envelope Envelope, Reference Subject, string? ResourceId, IReadOnlyList<Identifier> Identifiers);
