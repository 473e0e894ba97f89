using Hub.Core.Content;

namespace Hub.Simulators.Tellu;

/// <summary>The body of a plan.</summary>
internal static class PlanWriter
{
    public static void Write(IEntryForm to, SelfTreatmentPlan plan)
    {
        to.Text("title", plan.Title);
        to.Text("text", plan.Description);
        to.Number("state", 2);
        EntryWriter.Person(to, "by", plan.Author);
        to.Text("why", plan.ReasonForChange);
        to.Time("from", plan.ValidFrom?.Start);
        to.List("condition", plan.Conditions, condition => to.Text("text", condition.Text));
        to.List("zone", plan.Zones, zone =>
        {
            to.Number("prio", TelluWords.Prio(zone.Level));
            to.Text("when", zone.Condition);
            to.Text("do", zone.Action);
            to.List("limit", zone.Thresholds, limit => Limit(to, limit));
        });
        to.List("advice", Advice(plan), advice =>
        {
            to.Number("area", advice.Area);
            to.Text("title", advice.Part.Title);
            to.Text("text", advice.Part.Instruction);
            to.Number("prio", TelluWords.Prio(advice.Part.Zone));
        });
    }

    private static IEnumerable<(int Area, PlanPart Part)> Advice(SelfTreatmentPlan plan) =>
        [.. plan.Medications.Select(p => (1, p)), .. plan.Activities.Select(p => (2, p)), .. plan.Diet.Select(p => (3, p))];

    private static void Limit(IEntryForm to, ZoneThreshold limit)
    {
        to.Number("type", TelluWords.Type(limit.What));
        if (limit.Component is { } part)
            to.Number("part", TelluWords.Part(part));
        to.Number("low", limit.Low?.Value);
        to.Number("high", limit.High?.Value);
        to.Number("unit", TelluWords.Unit((limit.Low ?? limit.High)!.Unit));
    }
}
