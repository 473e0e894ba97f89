using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Journal;

/// <summary>A note: its sections as they are, its time line, the alert it follows and what came with it.</summary>
internal static class NotePart
{
    private const string CategorySystem = "urn:hub:note-category";
    private static readonly LedgerEntry Time = Line.To("Time", "Composition.date");
    private static readonly LedgerEntry Title = Line.To("Title", "Composition.title");
    private static readonly LedgerEntry TypeLine = Line.To("Type", "Composition.type");
    private static readonly LedgerEntry CategoriesLine = Line.To("Categories", "Composition.category");
    private static readonly LedgerEntry NoteCategory = Line.To("NoteCategory", "Composition.meta.tag");
    private static readonly LedgerEntry TriageLine = Line.To("Triage", "Composition.meta.tag");
    private static readonly LedgerEntry Authors = Line.To("Authors", "Composition.author");
    private static readonly LedgerEntry Identifiers = Line.To("Identifiers", "Composition.identifier");
    private static readonly LedgerEntry Sections = Line.To("Sections", "Composition.section");
    private static readonly LedgerEntry FollowsAlert = Line.To("FollowsAlert", "Composition.event.detail");

    /// <summary>What belongs to the document as a whole.</summary>
    public static void WriteHead(JournalNote note, JournalDocument document, MappingLedger ledger)
    {
        ledger.Add(Time);
        ledger.AddIf(FhirWords.Text(note.Title) is not null, Title);
        ledger.AddIf(note.Type is not null, TypeLine);
        ledger.AddIf(note.Categories.Count > 0, CategoriesLine);
        ledger.AddIf(note.NoteCategory is not null, NoteCategory);
        document.Type = FhirWords.Concept(note.Type) ?? document.Type;
        document.Categories = CategoriesOf(note);
        // The source's own identifiers come first: they are what the journal and the vendor both know the note by.
        document.Identifiers.InsertRange(0, note.Identifiers.Select(FhirWords.Identifier).Where(i => i.Value is not null));
        if (FhirWords.Text(note.NoteCategory) is { } category)
            document.Tags.Add(new Hub.Fhir.Model.Coding { System = CategorySystem, Display = category });
    }

    /// <summary>What may also stand in another document.</summary>
    public static void Write(JournalNote note, JournalDocument document, MappingLedger ledger)
    {
        ledger.AddIf(note.Triage != Triage.None, TriageLine);
        ledger.AddIf(note.Authors.Count > 0, Authors);
        ledger.AddIf(note.Identifiers.Count > 0, Identifiers);
        ledger.AddIf(note.Sections.Count > 0, Sections);
        document.Tag(note.Triage);
        document.Corrects(note, ledger);
        foreach (var author in note.Authors)
            document.Author(author);
        var entries = new List<Reference>();
        if (note.Alert is { } alert)
            entries.AddRange(AlertPart.Entries(alert, document, ledger.Under("Alert", "Bundle.entry")));
        foreach (var attached in note.Attached)
            entries.AddRange(JournalParts.Attached(attached, document, ledger.Under("Attached", "Bundle.entry")));
        for (var i = 0; i < note.Sections.Count; i++)
            document.Sections.Add(JournalSections.Of(note.Sections[i], top: true, i == 0 ? entries : []));
        if (note.Sections.Count == 0)
            document.Sections.Add(JournalSections.Of(VkpCompositionSections.FollowUp, null, null, entries));
        NoteEvents.Write(note.Events, document, ledger);
        if (FhirWords.Text(note.FollowsAlert) is { } followed)
        {
            ledger.Add(FollowsAlert);
            document.Events.Add(new CompositionEvent { Detail = [new Reference { Type = "DetectedIssue", Identifier = HubIdentifiers.OfAlert(document.Envelope, followed) }] });
        }
    }

    // Every category element must hold a VKP code (required binding), so foreign codings stand beside ours in one element.
    private static FhirList<CodeableConcept> CategoriesOf(JournalNote note)
    {
        var vkp = note.Categories.Select(FhirWords.Concept).OfType<CodeableConcept>().ToLookup(HasVkpCode);
        var foreign = vkp[false].ToArray();
        if (vkp[true].Any() && foreign.Length == 0)
            return vkp[true].ToFhirList();
        var texts = string.Join("; ", foreign.Select(c => c.Text).OfType<string>());
        var mixed = new CodeableConcept
        {
            Coding = [JournalDocument.HomeFollowUp, .. foreign.SelectMany(c => c.Coding)],
            Text = FhirWords.Text(texts),
        };
        return [mixed, .. vkp[true]];
    }

    private static bool HasVkpCode(CodeableConcept category) =>
        category.Coding.Any(c => c.System == CodeSystems.VkpCompositionCategory && VkpCompositionCategories.Terms.Find(c.Code) is not null);
}
