using Hub.Adapters.Json;
using Hub.Adapters.Values;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Dignio;

/// <summary>The traffic-light zones of a plan.</summary>
internal static class ZoneReader
{
    private static readonly Shape Zone = new("level", "condition", "action", "thresholds");

    private static readonly Shape Limit = new("kind", "component", "low", "high", "unit");

    public static IReadOnlyList<PlanZone> ReadAll(Fields body)
    {
        var zones = new List<PlanZone>();
        foreach (var zone in body.Objects("zones", Zone, required: true))
        {
            var level = zone.Choice("level", Words.TriageLevels, required: true);
            var condition = zone.Text("condition", required: true);
            var action = zone.Text("action", required: true);
            var limits = zone.Has("thresholds") ? zone.Objects("thresholds", Limit).Select(Read).OfType<ZoneThreshold>().ToList() : [];
            zones.Add(new PlanZone(level ?? Triage.None, condition ?? "", action ?? "", limits));
        }

        return zones;
    }

    private static ZoneThreshold? Read(Fields at)
    {
        var kind = at.Text("kind", required: true, 60);
        var part = at.Text("component", longest: 60);
        if (kind is null)
            return null;
        if (Measurements.Find(kind) is not { } terms)
        {
            at.Fail(IntakeErrors.UnknownKind, "kind");
            return null;
        }

        var rule = part is null && terms.Components.Count == 0 ? ValueRules.Of(kind) : part is null ? null : ValueRules.Of(kind, part);
        if (rule is null)
        {
            at.Fail(IntakeErrors.UnknownKind, "component", "This kind has no such part.");
            return null;
        }

        if (!at.Has("low") && !at.Has("high"))
            at.Fail(IntakeErrors.Missing, "low", "A threshold needs low or high.");
        var unit = at.Text("unit", longest: 60);
        return new ZoneThreshold(kind, part, Bound(at, "low", unit, rule), Bound(at, "high", unit, rule));
    }

    private static Quantity? Bound(Fields at, string name, string? unit, ValueRule rule) =>
        at.Number(name) is { } number ? ReadValue.In(number, unit, rule with { Plausible = null }, at.Findings, at.PathOf, name, "unit") : null;
}
