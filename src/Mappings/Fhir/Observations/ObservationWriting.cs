using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Ledger;
using Measurement = Hub.Core.Content.Measurement;

namespace Hub.Mappings.Fhir.Observations;

/// <summary>Writes a measurement as an Observation, element by element.</summary>
internal static class ObservationWriting
{
    private static readonly LedgerEntry Issued = Line.To("Issued", "Observation.issued");
    private static readonly LedgerEntry Status = Line.To("Status", "Observation.status");
    private static readonly LedgerEntry StatusCorrected = Line.Moved("Status", "Observation.status", "final becomes corrected, since the measurement corrects an earlier one");
    private static readonly LedgerEntry Identifiers = Line.To("Identifiers", "Observation.identifier");
    private static readonly LedgerEntry Corrects = Line.To("Corrects", $"Observation.extension({ReplacesUrl})");
    private static readonly LedgerEntry SourceId = Line.To("SourceId", "Observation.identifier");

    /// <summary>FHIR R4 extension that names the Observation an Observation replaces.</summary>
    public const string ReplacesUrl = "http://hl7.org/fhir/StructureDefinition/observation-replaces";

    /// <summary>Writes it.</summary>
    /// <returns>The Observation, or why it cannot be written.</returns>
    public static Result<Observation> Write(Measurement measurement, ObservationFrame frame, MappingLedger ledger)
    {
        var kind = Measurements.Find(measurement.What);
        var code = ObservationCodes.Of(measurement, kind, ledger);
        if (code is null)
            return MappingErrors.NotCoded.At("What");
        var value = ObservationValues.Of(measurement, kind, ledger);
        if (!value.IsOk)
            return Result<Observation>.Failed(value.Errors);
        var notes = new ObservationNotes(measurement, ledger);
        notes.AddUnwritable(value.Value.Remark);
        var effective = ObservationTimes.Of(measurement, kind, notes, ledger);
        if (!effective.IsOk)
            return Result<Observation>.Failed(effective.Errors);
        var performers = ObservationPerformers.Of(measurement, kind, frame.Envelope.Patient, notes, ledger);
        var bodySite = ObservationPlaces.BodySite(measurement, kind, notes, ledger);
        var method = ObservationPlaces.Method(measurement, kind, notes, ledger);
        var (device, contained) = ObservationDevices.Of(measurement.Device, frame, ledger);
        notes.AddOriginals();
        return new Observation
        {
            Meta = new Meta { Profile = ObservationCodes.Profiles(kind) },
            Contained = contained,
            Extension = Replaces(measurement, frame, ledger),
            Identifier = IdentifiersOf(measurement, frame, ledger),
            Status = StatusOf(measurement, ledger),
            Category = ObservationCodes.Categories(measurement, kind, ledger),
            Code = code,
            Subject = frame.Subject,
            Effective = effective.Value,
            Issued = IssuedOf(measurement, ledger),
            Performer = performers,
            Value = value.Value.Value,
            DataAbsentReason = value.Value.Absent,
            Interpretation = ObservationInterpretations.OfWhole(measurement, ledger),
            Note = notes.Written,
            BodySite = bodySite,
            Method = method,
            Device = device,
            ReferenceRange = ObservationRanges.Of(measurement.Thresholds, ledger, "Thresholds", "Observation"),
            DerivedFrom = frame.DerivedFrom,
            Component = value.Value.Components,
        };
    }

    private static FhirList<Identifier> IdentifiersOf(Measurement measurement, ObservationFrame frame, MappingLedger ledger)
    {
        ledger.AddIf(measurement.Identifiers.Count > 0, Identifiers);
        ledger.AddIf(frame.Identifiers.Count > 0, SourceId);
        return measurement.Identifiers.Select(FhirWords.Identifier).Where(i => i.Value is not null).Concat(frame.Identifiers).ToFhirList();
    }

    private static string StatusOf(Measurement measurement, MappingLedger ledger)
    {
        var corrected = measurement is { Corrects: not null, Status: ObservationStatus.Final };
        ledger.Add(corrected ? StatusCorrected : Status);
        return corrected ? ObservationStatus.Corrected : measurement.Status;
    }

    private static FhirList<Extension> Replaces(Measurement measurement, ObservationFrame frame, MappingLedger ledger)
    {
        if (FhirWords.Text(measurement.Corrects) is not { } corrected)
            return [];
        ledger.Add(Corrects);
        var earlier = new Reference { Type = "Observation", Identifier = HubIdentifiers.OfEvent(frame.Envelope, corrected) };
        return [new Extension { Url = ReplacesUrl, Value = earlier }];
    }

    private static FhirDateTime? IssuedOf(Measurement measurement, MappingLedger ledger)
    {
        ledger.AddIf(measurement.Issued is not null, Issued);
        return measurement.Issued is { } issued ? FhirDateTime.FromInstant(issued) : null;
    }
}
