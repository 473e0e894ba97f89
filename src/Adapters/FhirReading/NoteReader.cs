using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.FhirReading;

/// <summary>A Composition as a journal note.</summary>
internal static class NoteReader
{
    public static JournalNote? Read(Composition composition, string path, FhirSource source, Findings findings)
    {
        if (composition.Date is not { } date)
        {
            findings.Fail(IntakeErrors.Missing, $"{path}.date");
            return null;
        }

        if (composition.Status == CompositionStatus.EnteredInError)
            findings.Fail(FhirErrors.NotTaken, $"{path}.status", "A note that is taken back is not taken here.");
        var time = Terms.Time(date);
        if (findings.ClockFault(time.Start) is { } fault)
            findings.Fail(IntakeErrors.ClockOff, $"{path}.date", fault);
        var sections = Sections(composition.Section, $"{path}.section", findings);
        if (sections.Count == 0)
            findings.Fail(IntakeErrors.Missing, $"{path}.section", "A note has at least one section.");
        return new JournalNote(time, sections)
        {
            Title = composition.Title,
            Type = AlertCodes.Read(composition.Type, $"{path}.type", findings),
            Categories = [.. composition.Category.Select(c => Terms.Concept(c)!)],
            Authors = Parties.All(composition.Author, source),
            Events = [.. composition.Event.SelectMany(Events)],
            Corrects = composition.RelatesTo.Select(r => (r.Target as Identifier)?.Value).FirstOrDefault(v => v is not null),
        };
    }

    /// <summary>When the alert was acknowledged, by the time line of the note; null when it was not.</summary>
    public static ClinicalTime? Acknowledged(JournalNote? note) =>
        note?.Events.FirstOrDefault(e => e.Code.Codings.Any(c => c.System == CodeSystems.VkpCompositionEvent && c.Code == VkpCompositionEvents.Acknowledged))?.At;

    private static IEnumerable<NoteEvent> Events(CompositionEvent step)
    {
        var at = Terms.Time(step.Period);
        return step.Code.Count == 0 ? [new NoteEvent(new Concept([]), at)] : step.Code.Select(c => new NoteEvent(new Concept([.. c.Coding.Select(Terms.Coding)]), at, c.Text));
    }

    private static List<NoteSection> Sections(FhirList<CompositionSection> sections, string path, Findings findings)
    {
        var read = new List<NoteSection>(sections.Count);
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            read.Add(new NoteSection(section.Title, Terms.Concept(section.Code), Text(section.Text, $"{path}[{i}].text.div", findings), Sections(section.Section, $"{path}[{i}].section", findings)));
        }

        return read;
    }

    private static string Text(Narrative? narrative, string path, Findings findings)
    {
        if (narrative?.Div is not { } div)
            return "";
        if (NarrativeText.ToText(narrative) is { } text)
            return text;

        // Text that is no XHTML is still what somebody wrote.
        return findings.Tolerate(path, "narrative", "Read a narrative that is no XHTML as plain text.", FhirErrors.BadNarrative, "The narrative is not well-formed XHTML.")
            ? PlainText.Stripped(div)
            : "";
    }
}
