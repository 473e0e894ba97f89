using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Journal;

/// <summary>Values of a period: an Observation for each, and all of them as lines with limits; the comment first.</summary>
internal static class TrendPart
{
    private static readonly LedgerEntry Time = Line.To("Time", "Composition.section.text");
    private static readonly LedgerEntry Comment = Line.To("Comment", "Composition.section.text");
    private static readonly LedgerEntry Author = Line.To("Author", "Composition.section.text");
    private static readonly LedgerEntry Values = Line.To("Values", "Observation");
    private static readonly LedgerEntry TriageLine = Line.To("Triage", "Composition.meta.tag");

    /// <summary>Writes the values.</summary>
    /// <returns>References to the Observations.</returns>
    public static IReadOnlyList<Reference> Write(MeasurementTrend trend, JournalDocument document, MappingLedger ledger)
    {
        ledger.Add(Time);
        ledger.AddIf(FhirWords.Text(trend.Comment) is not null, Comment);
        ledger.AddIf(trend.Author is not null, Author);
        ledger.AddIf(trend.Values.Count > 0, Values);
        ledger.AddIf(trend.Triage != Triage.None, TriageLine);
        document.Tag(trend.Triage);
        document.Corrects(trend, ledger);
        if (FhirWords.Text(trend.Comment) is { } comment)
            document.Sections.Add(JournalSections.Of(VkpCompositionSections.Comment, null, comment));
        var entries = Entries(trend.Values, document, ledger.Under("Values", "Bundle.entry"));
        var lines = new List<string> { $"Periode: {Times.Of(trend.Time)}" };
        if (trend.Author is { } by)
            lines.Add($"Satt sammen av: {Parties.Of(by)}");
        if (JournalWords.Light(trend.Triage) is { } light)
            lines.Add($"Alvorlighet: {light}");
        document.Sections.Add(JournalSections.Of(VkpCompositionSections.Event, "Målinger", string.Join('\n', lines.Concat(Words(trend.Values, document))), entries));
        return entries;
    }

    /// <summary>An Observation for each value.</summary>
    public static IReadOnlyList<Reference> Entries(IReadOnlyList<Measurement> values, JournalDocument document, MappingLedger ledger) =>
        [.. values.SelectMany(v => JournalParts.Measurement(v, document, ledger))];

    /// <summary>The values as lines. The account of their fields is that of the Observations, which hold them all.</summary>
    public static IEnumerable<string> Words(IReadOnlyList<Measurement> values, JournalDocument document) =>
        values.SelectMany(v => MeasurementWords.Lines(v, new MappingLedger(document.Envelope), LetterTopic.Findings));
}
