using Hub.Adapters.Json;
using Hub.Adapters.Tellu.Codes;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>An answered form.</summary>
internal static class FormReader
{
    private static readonly Shape Body = new("formId", "title", "version", "item", "score", "by");
    private static readonly Shape Score = new("type", "name", "num", "max");

    public static QuestionnaireAnswers? Read(EntryContext entry)
    {
        if (entry.At.Object("form", Body, required: true) is not { } body)
            return null;
        var form = body.Text("formId", required: true, 300);
        var title = body.Text("title", longest: 500);
        var version = body.Text("version", longest: 100);
        var items = AnswerReader.Items(body, entry.Times, 1);
        var scores = body.Has("score") ? body.Objects("score", Score).Select(ReadScore).OfType<FormScore>().ToList() : [];
        var by = PersonReader.Read(body, "by");
        if (items.Count == 0 && scores.Count == 0)
            body.Fail(IntakeErrors.Missing, "item", "An answered form has answers or a score.");
        return form is null ? null : new QuestionnaireAnswers(form, entry.Time, items)
        {
            FormTitle = title,
            FormVersion = version,
            Scores = scores,
            Answerer = by,
        };
    }

    private static FormScore? ReadScore(Fields at)
    {
        var kind = MeasurementKind.Other;
        var known = !at.Has("type") || ReadingCodes.Types.TryRead(at, "type", out kind, unknown: IntakeErrors.UnknownKind);
        var name = at.Text("name", longest: 200);
        var number = at.Number("num", required: true);
        var maximum = at.Number("max");
        if (!known || number is not { } value)
            return null;
        if (Measurements.Find(kind)?.Plausible is not { } range || range.Holds(value))
            return new FormScore(kind, value, name, maximum);
        at.Fail(IntakeErrors.Implausible, "num", FormattableString.Invariant($"The score lies between {range.Low} and {range.High}."));
        return null;
    }
}
