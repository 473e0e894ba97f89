using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Ledger;
using Home = Hub.Core.Content;

namespace Hub.Mappings.Fhir.Observations;

/// <summary>The patient's own thresholds as reference ranges, each with what a value in it means (VKP: type from ObservationInterpretation, every range that applies).</summary>
internal static class ObservationRanges
{
    /// <summary>The ranges.</summary>
    public static FhirList<ObservationReferenceRange> Of(IReadOnlyList<Threshold> thresholds, MappingLedger ledger, string source, string target)
    {
        if (thresholds.Count == 0)
            return [];
        ledger.Add(Line.To(source, $"{target}.referenceRange"));
        return thresholds.Select(t => Range(t, thresholds)).ToFhirList();
    }

    private static ObservationReferenceRange Range(Threshold threshold, IReadOnlyList<Threshold> all) => new()
    {
        Low = Bound(threshold.Low),
        High = Bound(threshold.High),
        Type = threshold.Level == Triage.None ? null : Interpretations.Terms[ThresholdReading.CodeOf(threshold, all)].ToConcept(),
        Text = TextOf(threshold),
    };

    // A bound is a SimpleQuantity: it takes no comparator, so a comparator goes into the words.
    private static Hub.Fhir.Model.Quantity? Bound(Home.Quantity? bound) => bound is null ? null : FhirWords.Quantity(bound with { Comparator = null });

    private static string? TextOf(Threshold threshold)
    {
        var text = FhirWords.Text(threshold.Text);
        if (threshold.Low?.Comparator is not null || threshold.High?.Comparator is not null)
            text = $"{text} {Words(threshold.Low)} – {Words(threshold.High)}".Trim();
        // obs-3: a range without bounds must at least have a text.
        return text ?? (threshold is { Low: null, High: null } ? "uten grenser" : null);
    }

    private static string Words(Home.Quantity? bound) =>
        bound is null ? "" : $"{bound.Comparator}{FhirWords.Number(bound.Value)} {bound.DisplayUnit ?? bound.Unit}";
}
