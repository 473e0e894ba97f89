using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Dignio;

/// <summary>An answered form.</summary>
internal static class QuestionnaireReader
{
    private static readonly Shape Body = new("formId", "title", "version", "items", "scores", "answeredBy");

    private static readonly Shape Score = new("kind", "name", "value", "maximum");

    public static QuestionnaireAnswers? Read(Fields at, ClinicalTime? time)
    {
        if (at.Object("questionnaire", Body, required: true) is not { } body)
            return null;

        var form = body.Text("formId", required: true, 300);
        var title = body.Text("title", longest: 500);
        var version = body.Text("version", longest: 100);
        var items = AnswerReader.Items(body, 1);
        var scores = Scores(body);
        var answerer = PartyReader.Read(body, "answeredBy");
        if (items.Count == 0 && scores.Count == 0)
            body.Fail(IntakeErrors.Missing, "items", "An answered form has answers or a score.");

        return form is null || time is null ? null : new QuestionnaireAnswers(form, time, items)
        {
            FormTitle = title,
            FormVersion = version,
            Scores = scores,
            Answerer = answerer,
        };
    }

    private static List<FormScore> Scores(Fields body)
    {
        var scores = new List<FormScore>();
        if (!body.Has("scores"))
            return scores;
        foreach (var score in body.Objects("scores", Score))
        {
            var kind = score.Text("kind", longest: 60) ?? MeasurementKind.Other;
            var value = score.Number("value", required: true);
            var name = score.Text("name", longest: 200);
            var maximum = score.Number("maximum");
            if (kind != MeasurementKind.Other && Measurements.Find(kind) is null)
                score.Fail(IntakeErrors.UnknownKind, "kind");
            else if (value is { } v && Measurements.Find(kind)?.Plausible is { } range && !range.Holds(v))
                score.Fail(IntakeErrors.Implausible, "value", FormattableString.Invariant($"The score lies between {range.Low} and {range.High}."));
            else if (value is { } kept)
                scores.Add(new FormScore(kind, kept, name, maximum));
        }

        return scores;
    }
}
