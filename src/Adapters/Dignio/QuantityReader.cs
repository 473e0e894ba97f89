using Hub.Adapters.Json;
using Hub.Adapters.Values;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Dignio;

/// <summary>The fields <c>value</c>, <c>unit</c>, <c>comparator</c> and <c>thresholds</c> of a measurement or of one of its parts.</summary>
internal static class QuantityReader
{
    private static readonly Shape Limit = new("level", "low", "high", "text");

    public static (Measured? Value, IReadOnlyList<Threshold> Thresholds) Read(Fields at, ValueRule rule, string? component, ref List<OriginalValue>? originals)
    {
        var number = at.Number("value", required: true);
        var unit = at.Text("unit", longest: 60);
        var comparator = at.Text("comparator", longest: 2);
        if (comparator is not (null or "<" or "<=" or ">=" or ">"))
            at.Fail(IntakeErrors.BadFormat, "comparator", "One of <, <=, >=, > is expected here.");

        var quantity = number is { } n ? ReadValue.In(n, unit, rule, at.Findings, at.PathOf, "value", "unit") : null;
        if (quantity is not null && number is { } sent && unit is not null && quantity.Value != sent)
            (originals ??= []).Add(new OriginalValue(component, sent, unit));
        return (quantity is null ? null : new Measured(comparator is null ? quantity : quantity with { Comparator = comparator }), Thresholds(at, unit, rule) ?? (IReadOnlyList<Threshold>)[]);
    }

    private static List<Threshold>? Thresholds(Fields at, string? unit, ValueRule rule)
    {
        if (!at.Has("thresholds"))
            return null;
        var thresholds = new List<Threshold>();
        foreach (var limit in at.Objects("thresholds", Limit))
        {
            var level = limit.Has("level") ? limit.Choice("level", Words.TriageLevels) ?? Triage.None : Triage.None;
            var low = Bound(limit, "low", unit, rule);
            var high = Bound(limit, "high", unit, rule);
            var text = limit.Text("text", longest: 1000);
            if (!limit.Has("low") && !limit.Has("high") && text is null)
                limit.Fail(IntakeErrors.Missing, "low", "A threshold needs low, high or text.");
            if (low is not null && high is not null && low.Value > high.Value)
                limit.Fail(IntakeErrors.BadFormat, "low", "The lower bound lies above the upper one.");
            thresholds.Add(new Threshold(level, low, high, text ?? AsSent(limit, unit, low ?? high)));
        }

        return thresholds;
    }

    // The numbers as the patient and the vendor know them, where conversion made others of them.
    private static string? AsSent(Fields limit, string? unit, Quantity? converted)
    {
        if (unit is null || converted is null || converted.Value == (limit.Has("low") ? limit.Number("low") : limit.Number("high")))
            return null;
        var (low, high) = (limit.Has("low") ? limit.Number("low") : null, limit.Has("high") ? limit.Number("high") : null);
        return FormattableString.Invariant($"{low}-{high} {unit}");
    }

    // A limit is in the unit of the value beside it, so a fault of that unit is told once, at the value.
    private static Quantity? Bound(Fields limit, string name, string? unit, ValueRule rule) =>
        limit.Number(name) is { } number ? ReadValue.Limit(number, unit, rule) : null;
}
