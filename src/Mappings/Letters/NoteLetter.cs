using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Letters;

/// <summary>A note: its texts, the alert it follows, its time line and what came with it.</summary>
internal static class NoteLetter
{
    public static Letter Of(JournalNote note, MappingLedger ledger)
    {
        var title = FhirWords.Text(note.Title);
        return new Letter(title ?? "Notat fra digital hjemmeoppfølging", note.Time, Sections(note, ledger))
        {
            Author = note.Authors.FirstOrDefault(a => a.Role == PartyRole.Practitioner) ?? (note.Authors is [var first, ..] ? first : null),
            Plan = note.Attached.OfType<SelfTreatmentPlan>().FirstOrDefault(),
        };
    }

    private static List<LetterSection> Sections(JournalNote note, MappingLedger ledger)
    {
        var topic = LetterTopic.Summary;
        const string codes = "Title and text say what kind of note it is; the receiver's form has no place for the source's codes";
        const string numbers = "The source's own numbers mean nothing to the receiver";
        ledger.Add(Line.To("Time", topic.Name));
        ledger.AddIf(note.Title is not null, Line.To("Title", topic.Name));
        ledger.AddIf(note.Authors.Count > 0, Line.To("Authors", topic.Name));
        ledger.AddIf(note.NoteCategory is not null, Line.Left("NoteCategory", codes));
        ledger.AddIf(note.Type is not null, Line.Left("Type", codes));
        ledger.AddIf(note.Categories.Count > 0, Line.Left("Categories", codes));
        ledger.AddIf(note.FollowsAlert is not null, Line.Left("FollowsAlert", numbers));
        ledger.AddIf(note.Identifiers.Count > 0, Line.Left("Identifiers", numbers));
        var head = new LetterLines();
        head.Add(note.Title);
        head.Add("Skrevet", Times.Of(note.Time));
        if (note.Authors.Count > 0)
            head.Add("Skrevet av", Parties.Of(note.Authors));
        head.Shared(note, ledger, topic);
        var sections = new List<LetterSection>(head.Section(topic));
        sections.AddRange(SectionWords.Of(note.Sections, topic, ledger, "Sections"));
        if (note.Alert is { } alert)
        {
            ledger.Add(Line.To("Alert", LetterTopic.Problem.Name));
            sections.AddRange(AlertLetter.Sections(alert, ledger.Under("Alert"), "Varselet"));
        }

        sections.AddRange(Events(note, ledger));
        foreach (var attached in note.Attached)
        {
            ledger.Add(Line.To("Attached", "egen overskrift"));
            sections.AddRange(attached is PatientStatus status ? StatusLetter.Of(status, ledger.Under("Attached")) : LetterWriting.Of(attached, ledger.Under("Attached"))?.Sections ?? []);
        }

        return sections;
    }

    private static IEnumerable<LetterSection> Events(JournalNote note, MappingLedger ledger)
    {
        ledger.AddIf(note.Events.Count > 0, Line.To("Events", LetterTopic.Course.Name));
        var lines = new LetterLines();
        foreach (var e in note.Events)
        {
            var words = FhirWords.Text(e.Text) is { } text ? $"{ConceptWords.Of(e.Code)}: {text}" : ConceptWords.Of(e.Code);
            lines.Add(e.At is { } at ? $"{Times.Of(at)}: {words}" : words);
        }

        return lines.Section(LetterTopic.Course, "Tidslinje");
    }
}
