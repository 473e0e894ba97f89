using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Fhir.Terminology;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Profil;

/// <summary>A score of a form as a value of the journal's table, beside the note that tells the whole form.</summary>
internal static class ScoreElements
{
    public static XElement Of(FormScore score, QuestionnaireAnswers form, int no, MappingLedger ledger)
    {
        ledger.Add(Line.To("Scores", "maling"));
        var kind = score.What == MeasurementKind.Other ? MeasurementKind.FormScore : score.What;
        var unit = Measurements.Find(kind)?.Unit ?? "{score}";
        var measured = new Measurement(kind, form.Time)
        {
            Value = Measured.Of(score.Value, unit),
            Codes = new Concept(score.ScaleId is { } scale ? [new Hub.Core.Content.Coding(form.FormId, scale)] : [], score.Name ?? form.FormTitle),
            Interpretation = score.Interpretation,
            Thresholds = [.. score.Thresholds, .. Scale(score, unit)],
            Status = form.Status is "amended" ? "amended" : form.Status is "entered-in-error" ? "entered-in-error" : "final",
            Corrects = form.Corrects,
        };
        return MeasurementElements.Of(measured, no, ledger.Under("Scores.As"));
    }

    private static IEnumerable<Threshold> Scale(FormScore score, string unit)
    {
        if (score.Minimum is not null || score.Maximum is not null)
            yield return new Threshold(Triage.None, Bound(score.Minimum, unit), Bound(score.Maximum, unit), "Mulige skår");
    }

    private static Hub.Core.Content.Quantity? Bound(decimal? value, string unit) => value is { } number ? new(number, unit) : null;
}
