using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Json;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Observations;

/// <summary>A measurement as one FHIR R4 Observation by the VkpObservation rules. Mapping name <c>fhir.observation</c>; the README beside this file has the table.</summary>
public sealed class ObservationMapping : IMapping
{
    /// <summary>Name in tenant files.</summary>
    public const string FormName = "fhir.observation";

    /// <summary>Media type of FHIR JSON.</summary>
    public const string FhirJsonType = "application/fhir+json";

    private static readonly LedgerEntry Correlation = Line.Left("Correlation", "The hub's own thread; the identifiers it is made of are carried");

    /// <inheritdoc/>
    public string Name => FormName;

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Measurement };

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not Measurement measurement)
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        var ledger = new MappingLedger(envelope);
        var subject = FhirSubject.Of(envelope, context, ledger);
        if (!subject.IsOk)
            return MappingOutcome.Failed(subject.Errors);
        var documentId = context.Ids.For(FormName).ToString();
        ledger.AddIf(envelope.Correlation is not null, Correlation);
        var observation = ObservationWriting.Write(
            measurement,
            new ObservationFrame(envelope, subject.Value, [.. EventIdentifiers(envelope, documentId)], DeviceReference: null),
            ledger);
        return observation.IsOk
            ? new MappingOutcome(new OutboundDocument(FormName, FhirJsonType, FhirJson.ToBytes(observation.Value), documentId), ledger.Lines, [])
            : MappingOutcome.Failed(observation.Errors);
    }

    private static IEnumerable<Hub.Fhir.Model.Identifier> EventIdentifiers(Envelope envelope, string documentId) =>
        [HubIdentifiers.OfEvent(envelope, envelope.SourceId), HubIdentifiers.OfDelivery(documentId)];
}
