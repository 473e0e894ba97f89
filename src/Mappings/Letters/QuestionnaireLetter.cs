using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Letters;

/// <summary>An answered form: scores first, then questions with answers.</summary>
internal static class QuestionnaireLetter
{
    public static Letter Of(QuestionnaireAnswers form, MappingLedger ledger)
    {
        var topic = LetterTopic.OwnView;
        foreach (var (field, present) in new[]
        {
            ("FormId", true), ("Time", true), ("Status", true), ("Items", form.Items.Count > 0), ("FormTitle", form.FormTitle is not null), ("FormVersion", form.FormVersion is not null),
            ("Answerer", form.Answerer is not null), ("Scores", form.Scores.Count > 0),
        })
            ledger.AddIf(present, Line.To(field, topic.Name));
        ledger.AddIf(form.Identifiers.Count > 0, Line.Left("Identifiers", "The source's own numbers mean nothing to the receiver"));
        ledger.AddIf(form.Scores.Any(s => s.ScaleId is not null), Line.Left("Scores.ScaleId", "The name tells the scale"));
        var lines = new LetterLines();
        var title = FhirWords.Text(form.FormTitle) is { } named ? $"{named} ({form.FormId})" : form.FormId;
        lines.Add("Skjema", FhirWords.Text(form.FormVersion) is { } version ? $"{title}, versjon {version}" : title);
        lines.Add("Besvart", Times.Of(form.Time));
        lines.Add("Besvart av", form.Answerer is { } by ? Parties.Of(by) : null);
        lines.Add("Status", form.Status switch { "completed" => null, "in-progress" => "ikke fullført", "amended" => "endret", "stopped" => "avbrutt", "entered-in-error" => "feilregistrert", _ => form.Status });
        lines.Shared(form, ledger, topic);
        foreach (var score in form.Scores)
            lines.Add($"{FhirWords.Text(score.Name) ?? Values.Kind(score.What)}: {ScoreWords.Of(score)}{(FhirWords.Text(score.Name) is not null && score.What != MeasurementKind.Other ? $" ({Values.Kind(score.What)})" : "")}");
        Items(form.Items, lines, "");
        LeaveLinkIds(form.Items, ledger, "Items");
        return new Letter("Besvart skjema fra digital hjemmeoppfølging", form.Time, [.. lines.Section(topic, "Skjema besvart i digital hjemmeoppfølging")])
        {
            Author = form.Answerer is { Role: PartyRole.Practitioner } ? form.Answerer : null,
        };
    }

    private static void Items(IReadOnlyList<AnsweredItem> items, LetterLines lines, string indent)
    {
        foreach (var item in items)
        {
            var answers = string.Join("; ", item.Answers.Select(Answer).Where(a => a.Length > 0));
            var question = FhirWords.Text(item.Question) ?? $"Spørsmål {item.LinkId}";
            lines.Add($"{indent}{question}{(answers.Length > 0 ? $" – {answers}" : item.Items.Count > 0 ? "" : " – (ikke besvart)")}");
            Items(item.Items, lines, indent + "  ");
        }
    }

    /// <summary>An answer in words.</summary>
    public static string Answer(Answer answer) => answer switch
    {
        { Text: { } text } => text,
        { Number: { } number } => FhirWords.Number(number),
        { Integer: { } integer } => FhirWords.Number(integer),
        { Boolean: { } yes } => yes ? "ja" : "nei",
        { Code: { } code } => FhirWords.Text(code.Display) is { } display ? $"{display} ({code.Code})" : code.Code,
        { Quantity: { } quantity } => Values.Of(quantity),
        { Date: { } date } => Times.OfText(date),
        _ => "",
    };

    private static void LeaveLinkIds(IReadOnlyList<AnsweredItem> items, MappingLedger ledger, string path)
    {
        foreach (var item in items)
        {
            ledger.AddIf(FhirWords.Text(item.Question) is not null, Line.Left($"{path}.LinkId", "The question stands in words"));
            LeaveLinkIds(item.Items, ledger, $"{path}.Items");
        }
    }
}
