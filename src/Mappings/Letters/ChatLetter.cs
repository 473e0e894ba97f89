using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Letters;

/// <summary>Chosen chat lines, one after the other with when and who.</summary>
internal static class ChatLetter
{
    public static Letter Of(ChatExcerpt chat, MappingLedger ledger)
    {
        var topic = LetterTopic.OwnView;
        ledger.Add(Line.To("Time", topic.Name));
        ledger.AddIf(chat.Lines.Count > 0, Line.To("Lines", topic.Name));
        ledger.AddIf(chat.ChosenBy is not null, Line.To("ChosenBy", topic.Name));
        ledger.AddIf(FhirWords.Text(chat.Reason) is not null, Line.To("Reason", topic.Name));
        var lines = new LetterLines();
        lines.Add("Valgt ut", Times.Of(chat.Time));
        if (chat.ChosenBy is { } by)
            lines.Add("Valgt av", Parties.Of(by));
        lines.Add("Begrunnelse", chat.Reason);
        lines.Shared(chat, ledger, topic);
        foreach (var line in chat.Lines)
            lines.Add($"{Times.Of(line.At)} {Parties.Of(line.From)}: {(FhirWords.Text(line.Text) ?? "(uten tekst)").ReplaceLineEndings("\n  ")}");
        return new Letter("Utdrag fra chat i digital hjemmeoppfølging", chat.Time, [.. lines.Section(topic, "Utdrag fra chat")]) { Author = chat.ChosenBy };
    }
}
