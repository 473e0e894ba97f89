using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Json;
using Hub.Mappings.Fhir.Observations;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Patients;

/// <summary>Who a patient is, as a Patient of no-basis. Mapping name <c>fhir.patient</c>. The README beside this file has the table.</summary>
public sealed class PatientMapping : IMapping
{
    private static readonly LedgerEntry Correlation = Line.Left("Correlation", "The hub's own thread");

    /// <inheritdoc/>
    public string Name => "fhir.patient";

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Personalia };

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not Personalia personalia)
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        var ledger = new MappingLedger(envelope);
        var subject = FhirSubject.Of(envelope, context, ledger);
        if (!subject.IsOk)
            return MappingOutcome.Failed(subject.Errors);
        ledger.AddIf(envelope.Correlation is not null, Correlation);
        var documentId = context.Ids.For(Name).ToString();
        var patient = PatientWriting.Write(personalia, envelope, PatientNames.Of(personalia, envelope.Patient, context), ledger);
        return new MappingOutcome(new OutboundDocument(Name, ObservationMapping.FhirJsonType, FhirJson.ToBytes(patient), documentId), ledger.Lines, []);
    }
}
