using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Observations;

/// <summary>
/// When the value was true. R4's rule vs-1 wants a vital sign to have a dateTime of at least a day, and validators apply it to periods too: there the end goes to
/// the note, and a vital sign that knows only its month is refused, since a made-up day would be a false time.
/// </summary>
internal static class ObservationTimes
{
    private static readonly LedgerEntry TimeLine = Line.To("Time", "Observation.effective[x]");
    private static readonly LedgerEntry EndInNote = Line.Moved("Time.End", "Observation.note", "Vital signs carry one point in time (R4 rule vs-1)");

    /// <summary>effective[x].</summary>
    public static Result<DataType> Of(Hub.Core.Content.Measurement measurement, MeasurementTerms? kind, ObservationNotes notes, MappingLedger ledger)
    {
        ledger.Add(TimeLine);
        var time = measurement.Time;
        if (!IsVitalSign(measurement, kind))
            return FhirTimes.Point(time);
        if (time.Precision is TimePrecision.Year or TimePrecision.Month)
            return MappingErrors.TimeTooCoarse.At("Time");
        if (FhirTimes.End(time) is { } end)
        {
            notes.AddUnwritable($"Målt fram til {end.Text}");
            ledger.Add(EndInNote);
        }

        return new FhirTime(FhirTimes.Start(time));
    }

    private static bool IsVitalSign(Hub.Core.Content.Measurement measurement, MeasurementTerms? kind) =>
        kind is not null
            ? kind.Category == ObservationCategories.VitalSigns
            : measurement.Categories.Any(c => c.Codings.Any(x => x.Code == ObservationCategories.VitalSigns))
              || ObservationCodes.IsOtherVitalSign(measurement);
}
