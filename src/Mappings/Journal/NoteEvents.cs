using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Journal;

/// <summary>The time line of the follow-up. Steps that VKP has no code for stand in words in a section of their own, since the binding is required.</summary>
internal static class NoteEvents
{
    private static readonly LedgerEntry Coded = Line.To("Events", "Composition.event");
    private static readonly LedgerEntry InWords = Line.Moved("Events", "Composition.section", "VKP's composition-event has no code for this step");

    /// <summary>Writes the steps.</summary>
    public static void Write(IReadOnlyList<NoteEvent> events, JournalDocument document, MappingLedger ledger)
    {
        var words = new List<string>();
        foreach (var step in events)
        {
            if (IsCoded(step))
            {
                ledger.Add(Coded);
                document.Events.Add(Event(step));
            }
            else
            {
                ledger.Add(InWords);
                words.Add(Sentence(step));
            }
        }

        if (words.Count > 0)
            document.Sections.Add(JournalSections.Of(VkpCompositionSections.Event, "Hendelsesforløp", string.Join('\n', words)));
    }

    /// <summary>Writes the steps that VKP has codes for; the others stand in words elsewhere.</summary>
    public static void WriteCoded(IReadOnlyList<NoteEvent> events, JournalDocument document) => document.Events.AddRange(events.Where(IsCoded).Select(Event));

    /// <summary>Whether VKP has a code for a step.</summary>
    public static bool IsCoded(NoteEvent step) => step.Code.Codings.Any(c => c.System == CodeSystems.VkpCompositionEvent && VkpCompositionEvents.Terms.Find(c.Code) is not null);

    private static CompositionEvent Event(NoteEvent step)
    {
        var code = FhirWords.Concept(step.Code)!;
        var own = FhirWords.Text(step.Text);
        var text = own is null || own == code.Text ? code.Text : code.Text is null ? own : $"{code.Text}: {own}";
        return new CompositionEvent { Code = [code with { Text = text }], Period = step.At is { } at ? FhirTimes.Period(at) : null };
    }

    private static string Sentence(NoteEvent step)
    {
        var time = step.At is { } at ? $"{Times.Of(at)} " : "";
        return $"{time}{FhirWords.InWords(step.Code)} {step.Text}".TrimEnd();
    }
}
