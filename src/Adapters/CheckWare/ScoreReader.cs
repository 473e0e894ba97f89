using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.CheckWare;

/// <summary>The scores: of the whole form and of its parts, each with its scale, cut-offs and reading.</summary>
internal static class ScoreReader
{
    /// <summary>Code system of how grave a reading is.</summary>
    public const string Severities = "urn:hub:checkware-like:severity";

    private static readonly Shape Score = new("scale", "kind", "name", "measure", "value", "min", "max", "cutoffs", "interpretation");

    private static readonly Shape Cutoff = new("from", "to", "label", "colour");

    private static readonly Shape Reading = new("label", "severity");

    private static readonly Choices<bool> Kinds = new(("sum", false), ("index", false), ("mean", false), ("subscale", true));

    private static readonly Choices<Triage> Colours = new(("green", Triage.Green), ("yellow", Triage.Yellow), ("red", Triage.Red));

    public static IReadOnlyList<FormScore> Read(Fields body, string? form)
    {
        if (!body.Has("scores"))
            return [];
        var scores = new List<FormScore>();
        foreach (var score in body.Objects("scores", Score))
        {
            if (One(score, form) is { } read)
                scores.Add(read);
        }

        return scores;
    }

    private static FormScore? One(Fields score, string? form)
    {
        var scale = score.Text("scale", required: true, 200);
        var part = score.Choice("kind", Kinds, required: true) ?? false;
        var name = score.Text("name", longest: 300);
        var (value, least, most) = (score.Number("value", required: true), score.Number("min"), score.Number("max"));
        var kind = Kind(score, form, part);
        if (value is { } given && (given < least || given > most))
            score.Fail(IntakeErrors.Implausible, "value", "The score lies outside its own scale (min, max).");
        else if (value is { } known && Measurements.Find(kind)?.Plausible is { } range && !range.Holds(known))
            score.Fail(IntakeErrors.Implausible, "value", FormattableString.Invariant($"The score lies between {range.Low} and {range.High}."));
        var unit = Measurements.Find(kind)?.Unit ?? "{score}";
        var cutoffs = score.Has("cutoffs") ? score.Objects("cutoffs", Cutoff).Select(c => Limit(c, unit)).ToArray() : [];
        return value is null || scale is null ? null : new FormScore(kind, value.Value, name, most) { ScaleId = scale, Minimum = least, IsPart = part, Thresholds = cutoffs, Interpretation = Read(score) };
    }

    // The system names the kind where the score is one that the hub knows; the sum of CAT is known by its form.
    private static string Kind(Fields score, string? form, bool part)
    {
        if (score.Text("measure", longest: 60) is { } measure)
        {
            if (Measurements.Find(measure) is { Category: "survey" })
                return measure;
            score.Fail(IntakeErrors.UnknownKind, "measure");
        }

        return form is "CAT" && !part ? MeasurementKind.CatScore : MeasurementKind.FormScore;
    }

    private static Threshold Limit(Fields cutoff, string unit)
    {
        var (low, high) = (cutoff.Number("from"), cutoff.Number("to"));
        if (low is null && high is null)
            cutoff.Fail(IntakeErrors.Missing, "from", "A cut-off needs from or to.");
        else if (low > high)
            cutoff.Fail(IntakeErrors.BadFormat, "to", "The cut-off ends before it begins.");
        return new Threshold(
            cutoff.Choice("colour", Colours) ?? Triage.None, low is { } l ? new Quantity(l, unit) : null, high is { } h ? new Quantity(h, unit) : null, cutoff.Text("label", longest: 300));
    }

    private static Concept? Read(Fields score)
    {
        if (score.Object("interpretation", Reading) is not { } reading)
            return null;
        var (label, severity) = (reading.Text("label", longest: 500), reading.Text("severity", longest: 60));
        return label is null && severity is null ? null : new Concept(severity is null ? [] : [new Coding(Severities, severity)], label);
    }
}
