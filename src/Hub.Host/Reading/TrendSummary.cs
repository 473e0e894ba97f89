using Hub.Fhir.Model;
using Hub.Kith.Types;
using Quantity = Hub.Core.Content.Quantity;

namespace Hub.Host.Reading;

/// <summary>Values of one code, or of one of its components, put together over a step of time.</summary>
/// <param name="Code">What was measured.</param>
/// <param name="Component">Which part of it; null for the whole.</param>
/// <param name="Start">Start of the step.</param>
/// <param name="End">End of it, exclusive.</param>
/// <param name="Count">How many values.</param>
/// <param name="Min">The least.</param>
/// <param name="Max">The greatest.</param>
/// <param name="Mean">The mean, with one digit more than the values have.</param>
/// <param name="Unit">Unit of all three.</param>
internal sealed record TrendSummary(
    CodeableConcept Code, CodeableConcept? Component, DateTimeOffset Start, DateTimeOffset End, int Count, decimal Min, decimal Max, decimal Mean, Quantity Unit)
{
    // An entry in error has no value that counts; what is only a bound has none that can be reckoned with.
    private static readonly string[] NotCounted = [ObservationStatus.EnteredInError, ObservationStatus.Cancelled];

    /// <summary>Puts values together.</summary>
    /// <param name="entries">Observations, the oldest first.</param>
    /// <param name="by">By what.</param>
    /// <returns>Code by code, step by step. Values in another unit than the first of their code make a row of their own.</returns>
    public static IReadOnlyList<TrendSummary> Of(IEnumerable<ReadEntry> entries, TrendStep by) =>
    [
        .. entries.SelectMany(Parts)
            .GroupBy(p => (p.Group, p.Name, p.Value.Unit, Start: by == TrendStep.Period ? DateTimeOffset.MinValue : StartOf(p.At, by)))
            .OrderBy(g => g.Key.Group, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Name, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Start)
            .Select(g => Of([.. g], by)),
    ];

    private static TrendSummary Of(Part[] parts, TrendStep by)
    {
        var values = parts.Select(p => p.Value.Value).ToArray();
        var start = by == TrendStep.Period ? parts.Min(p => p.At) : StartOf(parts[0].At, by);
        var end = by == TrendStep.Period ? parts.Max(p => p.At) : Next(start, by);
        var digits = values.Max(v => v.Scale) + 1;
        return new TrendSummary(
            parts[0].Code, parts[0].Component, start, end, values.Length, values.Min(), values.Max(), Math.Round(values.Sum() / values.Length, Math.Min(digits, 10), MidpointRounding.ToEven), parts[0].Value);
    }

    private static IEnumerable<Part> Parts(ReadEntry entry)
    {
        var observation = (Observation)entry.Resource;
        if (observation.Code is not { } code || NotCounted.Contains(observation.Status))
            yield break;
        if (observation.Value is Hub.Fhir.Model.Quantity { Value: { } value, Comparator: null } whole)
            yield return new Part(entry.Group, "", code, null, entry.Time.Start, new Quantity(value, whole.Code ?? "1", whole.Unit));
        foreach (var component in observation.Component)
        {
            if (component.Value is Hub.Fhir.Model.Quantity { Value: { } number, Comparator: null } part && component.Code is { } name)
                yield return new Part(entry.Group, name.Text ?? (name.Coding.Count > 0 ? name.Coding[0].Code : null) ?? "", code, name, entry.Time.Start, new Quantity(number, part.Code ?? "1", part.Unit));
        }
    }

    private static DateTimeOffset StartOf(DateTimeOffset at, TrendStep by)
    {
        var local = at.ToOffset(NorwegianTime.OffsetAt(at)).Date;
        return Midnight(by switch
        {
            TrendStep.Week => local.AddDays(-(((int)local.DayOfWeek + 6) % 7)),
            TrendStep.Month => new DateTime(local.Year, local.Month, 1, 0, 0, 0, DateTimeKind.Unspecified),
            _ => local,
        });
    }

    private static DateTimeOffset Next(DateTimeOffset start, TrendStep by) => Midnight(by switch
    {
        TrendStep.Week => start.Date.AddDays(7),
        TrendStep.Month => start.Date.AddMonths(1),
        _ => start.Date.AddDays(1),
    });

    private static DateTimeOffset Midnight(DateTime day) => new(day, NorwegianTime.OffsetOfLocal(day));

    private sealed record Part(string Group, string Name, CodeableConcept Code, CodeableConcept? Component, DateTimeOffset At, Quantity Value);
}
