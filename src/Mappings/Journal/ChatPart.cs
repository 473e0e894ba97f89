using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Journal;

/// <summary>Chosen chat lines: one section for each line, with when and who as heading and the writer as the section's author.</summary>
internal static class ChatPart
{
    private static readonly LedgerEntry Time = Line.To("Time", "Composition.date");
    private static readonly LedgerEntry Lines = Line.To("Lines", "Composition.section.section");
    private static readonly LedgerEntry ChosenBy = Line.To("ChosenBy", "Composition.author");
    private static readonly LedgerEntry Reason = Line.To("Reason", "Composition.section.text");
    private static readonly LedgerEntry TriageLine = Line.To("Triage", "Composition.meta.tag");

    /// <summary>Writes the excerpt.</summary>
    public static void Write(ChatExcerpt chat, JournalDocument document, MappingLedger ledger)
    {
        ledger.Add(Time);
        ledger.AddIf(chat.Lines.Count > 0, Lines);
        ledger.AddIf(chat.ChosenBy is not null, ChosenBy);
        ledger.AddIf(FhirWords.Text(chat.Reason) is not null, Reason);
        ledger.AddIf(chat.Triage != Triage.None, TriageLine);
        document.Tag(chat.Triage);
        document.Corrects(chat, ledger);
        var words = new List<string> { $"Valgt ut {Times.Of(chat.Time)}" };
        if (chat.ChosenBy is { } chooser)
            words.Add($"Valgt av: {FhirParties.InWords(chooser)}");
        if (FhirWords.Text(chat.Reason) is { } reason)
            words.Add($"Begrunnelse: {reason}");
        var section = JournalSections.Of(VkpCompositionSections.Note, "Utdrag fra chat", string.Join('\n', words));
        document.Sections.Add(section with { Section = chat.Lines.Select(LineSection).ToFhirList() });
    }

    private static CompositionSection LineSection(ChatLine line)
    {
        var text = FhirWords.Text(line.Text);
        return new CompositionSection
        {
            Title = $"{Times.Of(line.At)} {FhirWords.Text(line.From.Name) ?? FhirParties.InWords(line.From with { Id = null })}",
            Author = FhirParties.Reference(line.From) is { } author ? [author] : [],
            Extension = JournalSections.Plain(text),
            Text = JournalSections.Narrative(text),
        };
    }
}
