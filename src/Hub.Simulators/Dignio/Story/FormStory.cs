using System.Globalization;
using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>Answered forms. The CAT wording is licensed, so only answers and score travel.</summary>
internal static class FormStory
{
    public static QuestionnaireAnswers Tell(DateTimeOffset at, SyntheticPerson person, double illness, Random random) =>
        person.Diagnosis == Diagnosis.Copd ? Cat(at, illness, random) : Daily(at, illness, random);

    private static QuestionnaireAnswers Cat(DateTimeOffset at, double illness, Random random)
    {
        var answers = Enumerable.Range(1, 8).Select(_ => Math.Clamp((int)Math.Round(1.6 + (2.8 * illness) + Dice.Normal(random)), 0, 5)).ToArray();
        var score = answers.Sum();
        return new QuestionnaireAnswers("cat", new ClinicalTime(at), [.. answers.Select((a, i) => Item($"cat-{i + 1}", null, new Answer(Integer: a)))])
        {
            Triage = score > 30 ? Triage.Red : score > 20 ? Triage.Yellow : Triage.Green,
            FormTitle = "COPD Assessment Test",
            FormVersion = "1",
            Scores = [new FormScore(MeasurementKind.CatScore, score, null, 40)],
        };
    }

    private static QuestionnaireAnswers Daily(DateTimeOffset at, double illness, Random random)
    {
        var worse = illness > 0.3;
        return new QuestionnaireAnswers(
            "daglig-egenvurdering",
            new ClinicalTime(at),
            [
                Item("form", "Hvordan er formen i dag, fra 0 til 10?", new Answer(Integer: Math.Clamp(8 - (int)(6 * illness) + random.Next(-1, 2), 0, 10))),
                Item("verre", "Er du verre enn i går?", new Answer(Boolean: worse)),
                Item("kommentar", "Noe du vil si?", new Answer(Text: worse ? "Hovne bein og tungt å gå." : "Alt bra.")),
            ])
        {
            Triage = illness > 0.6 ? Triage.Red : worse ? Triage.Yellow : Triage.Green,
            FormTitle = "Daglig egenvurdering",
            FormVersion = "2",
        };
    }

    private static AnsweredItem Item(string id, string? question, Answer answer) =>
        new(id.ToString(CultureInfo.InvariantCulture), question, [answer], []);
}
