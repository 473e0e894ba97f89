using Hub.Adapters.Json;
using Hub.Adapters.Tellu.Codes;
using Hub.Adapters.Values;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>The traffic-light zones of a plan.</summary>
internal static class ZoneReader
{
    private static readonly Shape Zone = new("prio", "when", "do", "limit");
    private static readonly Shape Limit = new("type", "part", "low", "high", "unit");

    public static IReadOnlyList<PlanZone> ReadAll(Fields body)
    {
        var zones = new List<PlanZone>();
        foreach (var zone in body.Objects("zone", Zone, required: true))
        {
            var level = TelluCodes.Priorities.TryRead(zone, "prio", out var light, required: true) ? light : Triage.None;
            var condition = zone.Text("when", required: true);
            var action = zone.Text("do", required: true);
            var limits = zone.Has("limit") ? zone.Objects("limit", Limit).Select(ReadLimit).OfType<ZoneThreshold>().ToList() : [];
            zones.Add(new PlanZone(level, condition ?? "", action ?? "", limits));
        }

        return zones;
    }

    private static ZoneThreshold? ReadLimit(Fields at)
    {
        if (!ReadingCodes.Types.TryRead(at, "type", out var kind, required: true, IntakeErrors.UnknownKind))
            return null;
        string? part = null;
        if (at.Has("part") && !ReadingCodes.Parts.TryRead(at, "part", out part, unknown: IntakeErrors.UnknownKind))
            return null;
        var whole = Measurements.Find(kind) is null or { Components.Count: 0 };
        var rule = part is not null ? ValueRules.Of(kind, part) : whole ? ValueRules.Of(kind) : null;
        if (rule is null)
        {
            at.Fail(IntakeErrors.UnknownKind, at.Has("part") ? "part" : "type", "A limit is of a type that is measured as one value, or of one of its parts.");
            return null;
        }

        if (!at.Has("low") && !at.Has("high"))
            at.Fail(IntakeErrors.Missing, "low", "A limit has low or high.");
        if (!NumberReader.TryUnit(at, out var unit))
            return null;
        return new ZoneThreshold(kind, part, Bound(at, "low", unit, rule), Bound(at, "high", unit, rule));
    }

    private static Quantity? Bound(Fields at, string name, string? unit, ValueRule rule) =>
        at.Number(name) is { } number ? ReadValue.In(number, unit, rule with { Plausible = null }, at.Findings, at.PathOf, name, "unit") : null;
}
