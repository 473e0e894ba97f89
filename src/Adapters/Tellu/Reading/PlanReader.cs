using Hub.Adapters.Json;
using Hub.Adapters.Tellu.Codes;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>A version of a self-treatment plan: the entry's id is the plan's, its revision the version.</summary>
internal static class PlanReader
{
    private static readonly Shape Body = new("title", "text", "state", "by", "why", "from", "to", "condition", "zone", "advice");
    private static readonly Shape Condition = new("text", "coding");
    private static readonly Shape Advice = new("area", "title", "text", "prio", "coding");

    public static SelfTreatmentPlan? Read(EntryContext entry)
    {
        if (entry.At.Object("plan", Body, required: true) is not { } body)
            return null;
        var from = entry.Times.Read(body, "from", mayBeFuture: true);
        var to = entry.Times.Read(body, "to", mayBeFuture: true);
        if (from is not null && to is not null && to.Start < from.Start)
            body.Fail(IntakeErrors.BadFormat, "to", "The plan ends before it starts.");
        var advice = body.Has("advice") ? body.Objects("advice", Advice).Select(ReadAdvice).OfType<(AdviceArea Area, PlanPart Part)>().ToList() : [];
        return new SelfTreatmentPlan(entry.Id, entry.Revision, entry.Time, ZoneReader.ReadAll(body))
        {
            Title = body.Text("title", longest: 500),
            Description = body.Text("text"),
            Status = TelluCodes.PlanStates.TryRead(body, "state", out var state) ? state : "active",
            Author = PersonReader.Read(body, "by"),
            ReasonForChange = body.Text("why"),
            ValidFrom = from,
            ValidTo = to,
            Conditions = body.Has("condition") ? [.. body.Objects("condition", Condition).Select(ReadCondition)] : [],
            Medications = Of(AdviceArea.Medication),
            Activities = Of(AdviceArea.Activity),
            Diet = Of(AdviceArea.Diet),
        };

        PlanPart[] Of(AdviceArea area) => [.. advice.Where(a => a.Area == area).Select(a => a.Part)];
    }

    private static Concept ReadCondition(Fields at)
    {
        var concept = new Concept(CodingReader.ReadAll(at), at.Text("text", longest: 500));
        if (concept.Codings.Count == 0 && concept.Text is null)
            at.Fail(IntakeErrors.Missing, "text");
        return concept;
    }

    private static (AdviceArea Area, PlanPart Part)? ReadAdvice(Fields at)
    {
        var known = TelluCodes.Areas.TryRead(at, "area", out var area, required: true);
        var title = at.Text("title", required: true, 500);
        var text = at.Text("text");
        var zone = TelluCodes.Priorities.TryRead(at, "prio", out var light) ? light : Triage.None;
        var codings = CodingReader.ReadAll(at);
        return known && title is not null ? (area, new PlanPart(title, text, zone, codings.Count == 0 ? null : new Concept(codings))) : null;
    }
}
