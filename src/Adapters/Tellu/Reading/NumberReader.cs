using Hub.Adapters.Json;
using Hub.Adapters.Tellu.Codes;
using Hub.Adapters.Values;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>The fields <c>num</c>, <c>unit</c>, <c>cmp</c> and <c>limit</c> of a reading or of one of its parts.</summary>
internal static class NumberReader
{
    private static readonly Shape Limit = new("prio", "low", "high", "text");

    public static (Measured? Value, IReadOnlyList<Threshold> Limits) Read(Fields at, ValueRule rule, string? component, List<OriginalValue> originals)
    {
        var number = at.Number("num", required: true);
        if (!TryUnit(at, out var unit))
            return (null, []);
        var comparator = TelluCodes.Comparators.TryRead(at, "cmp", out var bound) ? bound : null;
        var quantity = number is { } sent ? ReadValue.In(sent, unit, rule, at.Findings, at.PathOf, "num", "unit") : null;
        if (quantity is not null && unit is not null && quantity.Value != number)
            originals.Add(new OriginalValue(component, number!.Value, unit));
        return (quantity is null ? null : new Measured(comparator is null ? quantity : quantity with { Comparator = comparator }), Limits(at, unit, rule));
    }

    /// <summary>The unit in <c>unit</c> as UCUM, null where none was sent.</summary>
    /// <returns>False when the code is at fault, which is told.</returns>
    public static bool TryUnit(Fields at, out string? unit)
    {
        unit = null;
        return !at.Has("unit") || ReadingCodes.Units.TryRead(at, "unit", out unit, unknown: IntakeErrors.UnknownUnit);
    }

    private static List<Threshold> Limits(Fields at, string? unit, ValueRule rule)
    {
        var limits = new List<Threshold>();
        foreach (var limit in at.Has("limit") ? at.Objects("limit", Limit) : [])
        {
            var level = TelluCodes.Priorities.TryRead(limit, "prio", out var light) ? light : Triage.None;
            var (sentLow, sentHigh) = (limit.Number("low"), limit.Number("high"));
            var (low, high) = (Bound(sentLow, unit, rule), Bound(sentHigh, unit, rule));
            var text = limit.Text("text", longest: 1000);
            if (!limit.Has("low") && !limit.Has("high") && text is null)
                limit.Fail(IntakeErrors.Missing, "low", "A limit has low, high or text.");
            if (low is not null && high is not null && low.Value > high.Value)
                limit.Fail(IntakeErrors.BadFormat, "low", "The lower bound lies above the upper one.");
            // The numbers as the patient and the vendor know them, where conversion made others of them.
            var converted = (low?.Value, high?.Value) != (sentLow, sentHigh);
            limits.Add(new Threshold(level, low, high, text ?? (converted && unit is not null ? FormattableString.Invariant($"{sentLow}-{sentHigh} {unit}") : null)));
        }

        return limits;
    }

    private static Quantity? Bound(decimal? number, string? unit, ValueRule rule) => number is { } bound ? ReadValue.Limit(bound, unit, rule) : null;
}
