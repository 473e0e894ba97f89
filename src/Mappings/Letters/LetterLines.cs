using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Journal;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Letters;

/// <summary>The lines of one section in the making; blank texts are no lines.</summary>
internal sealed class LetterLines
{
    private readonly List<string> _lines = [];

    public bool Any => _lines.Count > 0;

    public string Text => string.Join('\n', _lines);

    public void Add(string? line)
    {
        if (FhirWords.Text(line) is { } text)
            _lines.Add(text);
    }

    public void Add(string label, string? words)
    {
        if (FhirWords.Text(words) is { } text)
            _lines.Add(text.Contains('\n', StringComparison.Ordinal) ? $"{label}:\n{Indented(label, text)}" : $"{label}: {text}");
    }

    public void Add(IEnumerable<string> lines) => _lines.AddRange(lines);

    /// <summary>The section, none when there are no lines.</summary>
    public IEnumerable<LetterSection> Section(LetterTopic topic, string? heading = null) => Any ? [new LetterSection(topic, heading, Text)] : [];

    /// <summary>The light and the correction, which every content may have.</summary>
    public void Shared(HomeContent content, MappingLedger ledger, LetterTopic topic)
    {
        ledger.AddIf(content.Triage != Triage.None, Line.To("Triage", topic.Name));
        Add("Alvorlighet", JournalWords.Light(content.Triage));
        ledger.AddIf(content.Corrects is not null, Line.To("Corrects", topic.Name));
        if (content.Corrects is { } corrected)
            Add("Retter tidligere melding med nummer", corrected);
    }

    // The lines of a text stand further in than their label, so that the next label is seen.
    private static string Indented(string label, string text)
    {
        var margin = label[..^label.TrimStart().Length];
        return margin.Length == 0 ? text : string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => $"{margin}  {l}"));
    }
}
