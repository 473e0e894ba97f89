using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Journal;

/// <summary>An answered form in words, for those who read the journal.</summary>
internal static class QuestionnaireWords
{
    /// <summary>One line for each question and score.</summary>
    public static string Of(QuestionnaireAnswers answers)
    {
        var lines = new List<string> { $"Besvart {Times.Of(answers.Time)}" };
        if (answers.Answerer is { } by)
            lines.Add($"Besvart av: {FhirParties.InWords(by)}");
        if (JournalWords.Light(answers.Triage) is { } light)
            lines.Add($"Vurdering: {light}");
        foreach (var score in answers.Scores)
            lines.Add($"{FhirWords.Text(score.Name) ?? "Skår"}: {ScoreWords.Of(score)}");
        AddItems(lines, answers.Items, "");
        return string.Join('\n', lines);
    }

    private static void AddItems(List<string> lines, IReadOnlyList<AnsweredItem> items, string indent)
    {
        foreach (var item in items)
        {
            lines.Add($"{indent}{FhirWords.Text(item.Question) ?? item.LinkId}: {string.Join("; ", item.Answers.Select(Words))}".TrimEnd());
            AddItems(lines, item.Items, indent + "– ");
        }
    }

    private static string Words(Answer answer) => answer switch
    {
        { Integer: { } integer } => FhirWords.Number(integer),
        { Number: { } number } => FhirWords.Number(number),
        { Boolean: { } yes } => yes ? "ja" : "nei",
        { Code: { } code } => FhirWords.Text(code.Display) ?? code.Code,
        { Quantity: { } q } => $"{q.Comparator}{FhirWords.Number(q.Value)} {q.DisplayUnit ?? q.Unit}",
        _ => answer.Date ?? answer.Text ?? "",
    };
}
