using Hub.Adapters.Values;
using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Quantity = Hub.Fhir.Model.Quantity;

namespace Hub.Adapters.FhirReading;

/// <summary>Reference ranges as the patient's own limits.</summary>
internal static class Ranges
{
    public static IReadOnlyList<Threshold> Read(IReadOnlyList<ObservationReferenceRange> ranges, ValueRule rule, MeasurementTerms? terms) =>
        [.. ranges.Select(r => new Threshold(Lights.Of(r.Type), Bound(r.Low, rule, terms), Bound(r.High, rule, terms), TextOf(r)))];

    private static Hub.Core.Content.Quantity? Bound(Quantity? bound, ValueRule rule, MeasurementTerms? terms)
    {
        if (bound?.Value is not { } value)
            return null;
        var unit = ValueReader.UnitOf(bound) ?? bound.Unit;

        // A bound that cannot be converted still says what it says.
        return ValueReader.AsSent(terms, unit) ? new(value, unit!) : ReadValue.Limit(value, unit, rule) ?? new Hub.Core.Content.Quantity(value, unit ?? "1");
    }

    // What kind of range it is, where that is no traffic light, is kept in words.
    private static string? TextOf(ObservationReferenceRange range)
    {
        if (range.Type is not { } type || Lights.Of(type) != Triage.None)
            return range.Text;
        var kind = type.Text ?? string.Join(", ", type.Coding.Select(c => c.Display ?? c.Code));
        return range.Text is { } text ? $"{kind}: {text}" : kind;
    }
}
