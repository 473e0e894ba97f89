using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Json;
using Hub.Mappings.Fhir.Observations;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Plans;

/// <summary>A version of a self-treatment plan as a CarePlan of category 2. Mapping name <c>fhir.careplan</c>. The resource id is the same for every version of a plan, so that a later one takes the place of an earlier.</summary>
public sealed class CarePlanMapping : IMapping
{
    private static readonly LedgerEntry SourceId = Line.To("SourceId", "CarePlan.identifier");
    private static readonly LedgerEntry Correlation = Line.Left("Correlation", "The hub's own thread; the identifiers it is made of are carried");

    /// <inheritdoc/>
    public string Name => "fhir.careplan";

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Plan };

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not SelfTreatmentPlan plan)
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        var ledger = new MappingLedger(envelope);
        var subject = FhirSubject.Of(envelope, context, ledger);
        if (!subject.IsOk)
            return MappingOutcome.Failed(subject.Errors);
        var documentId = context.Ids.For(Name).ToString();
        // Not of this message but of the plan: the same id at this partner for every version.
        var planId = (context.Ids with { MessageId = 0, Generation = 0 }).For($"plan/{envelope.Source}/{plan.PlanId}");
        ledger.Add(SourceId);
        ledger.AddIf(envelope.Correlation is not null, Correlation);
        var frame = new CarePlanFrame(
            envelope, subject.Value, planId.ToString(), [HubIdentifiers.OfEvent(envelope, envelope.SourceId), HubIdentifiers.OfDelivery(documentId)]);
        var bytes = FhirJson.ToBytes(CarePlanWriting.Write(plan, frame, ledger));
        return new MappingOutcome(new OutboundDocument(Name, ObservationMapping.FhirJsonType, bytes, documentId), ledger.Lines, []);
    }
}
