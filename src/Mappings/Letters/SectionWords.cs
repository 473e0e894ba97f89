using System.Globalization;
using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Letters;

/// <summary>Headed texts of a source under the receiver's headings: a heading that the lists know becomes that one, every other stands as the first line of its text.</summary>
internal static class SectionWords
{
    private const string Volven = "urn:oid:2.16.578.1.12.4.1.1.";

    public static IEnumerable<LetterSection> Of(IReadOnlyList<NoteSection> sections, LetterTopic otherwise, MappingLedger ledger, string path)
    {
        foreach (var section in sections)
        {
            var topic = TopicOf(section);
            ledger.Add(Line.To(path, (topic ?? otherwise).Name));
            AccountCodes(section, topic, ledger, path);
            var lines = new LetterLines();
            lines.Add(section.Text);
            foreach (var nested in section.Sections)
                Nest(nested, lines, ledger, $"{path}.Sections");
            var heading = topic is not null && string.Equals(topic.Name, HeadingOf(section)?.Trim(), StringComparison.OrdinalIgnoreCase) ? null : HeadingOf(section);
            if (lines.Any || heading is not null)
                yield return new LetterSection(topic ?? otherwise, lines.Any ? heading : null, lines.Any ? lines.Text : heading!);
        }
    }

    private static void Nest(NoteSection section, LetterLines lines, MappingLedger ledger, string path)
    {
        AccountCodes(section, null, ledger, path);
        lines.Add(HeadingOf(section) is { } heading ? $"{heading}:" : null);
        lines.Add(section.Text);
        foreach (var nested in section.Sections)
            Nest(nested, lines, ledger, $"{path}.Sections");
    }

    private static void AccountCodes(NoteSection section, LetterTopic? topic, MappingLedger ledger, string path) =>
        ledger.AddIf(section.Code is not null && topic is null, Line.Left($"{path}.Code", "The receiver's lists have no such heading; its words stand"));

    private static string? HeadingOf(NoteSection section) => FhirWords.Text(section.Heading) ?? FhirWords.ForPeople(section.Code);

    private static LetterTopic? TopicOf(NoteSection section) =>
        (section.Code?.Codings ?? []).Select(c => LetterTopic.Find(ListOf(c.System), c.Code, c.Display)).FirstOrDefault(t => t is not null)
        ?? LetterTopic.Find(0, null, section.Heading);

    private static int ListOf(string? system) =>
        system?.StartsWith(Volven, StringComparison.Ordinal) == true && int.TryParse(system.AsSpan(Volven.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var list) ? list : 0;
}
