using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;

namespace Hub.Mappings.Journal;

/// <summary>Sections: heading, VKP code, text as narrative with its line breaks, and the same text plain beside it.</summary>
internal static class JournalSections
{
    /// <summary>A section of text under a VKP code; the code's words are the heading where there is none.</summary>
    public static CompositionSection Of(string code, string? heading, string? text, IEnumerable<Reference>? entries = null)
    {
        var term = VkpCompositionSections.Terms[code];
        var shown = FhirWords.Text(text);
        var references = entries?.ToFhirList() ?? [];
        return new CompositionSection
        {
            Title = FhirWords.Text(heading) ?? term.Display,
            Code = term.ToConcept(),
            Extension = Plain(shown),
            Text = shown is null && references.Count > 0 ? null : Narrative(shown),
            Entry = references,
        };
    }

    /// <summary>A section as the source wrote it, nested ones included.</summary>
    public static CompositionSection Of(NoteSection section, bool top, IReadOnlyList<Reference> entries)
    {
        var text = FhirWords.Text(section.Text);
        var nested = section.Sections.Select(s => Of(s, top: false, [])).ToFhirList();
        return new CompositionSection
        {
            Title = FhirWords.Text(section.Heading),
            Code = FhirWords.Concept(section.Code) ?? (top ? VkpCompositionSections.Terms[VkpCompositionSections.FollowUp].ToConcept() : null),
            Extension = Plain(text),
            Text = text is null && (nested.Count > 0 || entries.Count > 0) ? null : Narrative(text),
            Entry = entries.ToFhirList(),
            Section = nested,
        };
    }

    /// <summary>The text as an extension.</summary>
    public static FhirList<Extension> Plain(string? text) => text is null ? [] : [new Extension { Url = HubExtensions.PlainText, Value = Printable(text) }];

    /// <summary>The text as narrative; a section must show something (cmp-1, txt-2).</summary>
    public static Narrative Narrative(string? text) => NarrativeText.FromText(text ?? "(uten tekst)");

    // FHIR strings take tab, carriage return and line feed of the control characters, and no others.
    private static string Printable(string text) =>
        text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')) ? new string([.. text.Where(c => !char.IsControl(c) || c is '\t' or '\r' or '\n')]) : text;
}
