using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Journal;

/// <summary>Mapping <c>journal.note</c>.</summary>
public sealed class NoteMapping : JournalMapping<JournalNote>
{
    /// <summary>Makes it.</summary>
    public NoteMapping()
        : base("journal.note", ContentKind.Note)
    {
    }

    private protected override void Write(JournalNote content, JournalDocument document, MappingLedger ledger)
    {
        document.Title = FhirWords.Text(content.Title) ?? document.Title;
        document.Date = FhirTimes.Start(content.Time);
        NotePart.WriteHead(content, document, ledger);
        NotePart.Write(content, document, ledger);
    }
}
