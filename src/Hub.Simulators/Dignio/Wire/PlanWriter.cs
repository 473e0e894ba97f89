using System.Text.Json;
using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>The body of a plan version.</summary>
internal static class PlanWriter
{
    public static void Write(Utf8JsonWriter json, SelfTreatmentPlan plan)
    {
        json.WriteString("planId", plan.PlanId);
        json.WriteNumber("version", plan.Version);
        json.Optional("title", plan.Title);
        json.Optional("description", plan.Description);
        json.WriteString("status", plan.Status);
        json.Party("author", plan.Author);
        json.Optional("reason", plan.ReasonForChange);
        json.Optional("basedOn", plan.BasedOn);
        if (plan.ValidFrom is { } from)
            json.Time("validFrom", from.Start);
        json.List("conditions", plan.Conditions, condition => json.WriteString("text", condition.Text));
        json.List("zones", plan.Zones, zone =>
        {
            json.WriteString("level", Word(zone.Level));
            json.WriteString("condition", zone.Condition);
            json.WriteString("action", zone.Action);
            json.List("thresholds", zone.Thresholds, limit => Limit(json, limit));
        });
        Parts(json, "medications", plan.Medications);
        Parts(json, "activities", plan.Activities);
        Parts(json, "diet", plan.Diet);
    }

    private static void Limit(Utf8JsonWriter json, ZoneThreshold limit)
    {
        json.WriteString("kind", limit.What);
        json.Optional("component", limit.Component);
        if (limit.Low is { } low)
            json.WriteNumber("low", low.Value);
        if (limit.High is { } high)
            json.WriteNumber("high", high.Value);
        json.Optional("unit", (limit.Low ?? limit.High)?.Unit);
    }

    private static void Parts(Utf8JsonWriter json, string name, IReadOnlyList<PlanPart> parts) => json.List(name, parts, part =>
    {
        json.WriteString("title", part.Title);
        json.Optional("instruction", part.Instruction);
        if (part.Zone != Triage.None)
            json.WriteString("zone", Word(part.Zone));
    });

    private static string Word(Triage triage) => triage.ToString().ToLowerInvariant();
}
