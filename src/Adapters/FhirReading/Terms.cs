using Hub.Fhir.Model;
using Content = Hub.Core.Content;

namespace Hub.Adapters.FhirReading;

/// <summary>Codes, identifiers and times of FHIR in the hub's words.</summary>
internal static class Terms
{
    public static Content.Concept? Concept(CodeableConcept? concept) =>
        concept is null ? null : new Content.Concept([.. concept.Coding.Select(Coding)], concept.Text);

    public static Content.Coding Coding(Coding coding) => new(coding.System, coding.Code ?? "", coding.Display);

    /// <summary>Several concepts as one: all codes, all words.</summary>
    public static Content.Concept? Merged(IReadOnlyList<CodeableConcept> concepts)
    {
        if (concepts.Count == 0)
            return null;
        var texts = string.Join("; ", concepts.Select(c => c.Text).OfType<string>());
        return new Content.Concept([.. concepts.SelectMany(c => c.Coding).Select(Coding)], texts.Length == 0 ? null : texts);
    }

    public static Hub.Core.Identities.Identifier? Id(Identifier? identifier) =>
        identifier?.Value is { } value ? new Hub.Core.Identities.Identifier(identifier.System ?? "", value.Trim()) : null;

    public static IReadOnlyList<Hub.Core.Identities.Identifier> Ids(IEnumerable<Identifier?> identifiers) => [.. identifiers.Select(Id).OfType<Hub.Core.Identities.Identifier>()];

    public static Content.ClinicalTime Time(FhirDateTime time, FhirDateTime? end = null) =>
        new(Start(time), (Content.TimePrecision)time.Precision, end is { } e ? Start(e) : null, time.Text);

    public static Content.ClinicalTime? Time(DataType? time) => time switch
    {
        FhirTime point => Time(point.Value),
        Period { Start: { } start } period => Time(start, period.End),
        Period { End: { } end } => Time(end),
        _ => null,
    };

    public static DateTimeOffset Start(FhirDateTime time) => time.Instant ?? new DateTimeOffset(time.Year, time.Month ?? 1, time.Day ?? 1, 0, 0, 0, TimeSpan.Zero);
}
