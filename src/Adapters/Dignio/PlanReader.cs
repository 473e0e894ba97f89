using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Dignio;

/// <summary>A version of a self-treatment plan.</summary>
internal static class PlanReader
{
    private static readonly Shape Body = new(
        "planId", "version", "title", "description", "status", "author", "reason", "basedOn", "validFrom", "validTo", "conditions", "zones", "medications", "activities", "diet");

    // A plan inside a handover is older than the handover: it says itself when it was made.
    private static readonly Shape Inner = new(
        "madeAt", "planId", "version", "title", "description", "status", "author", "reason", "basedOn", "validFrom", "validTo", "conditions", "zones", "medications", "activities", "diet");

    private static readonly Shape Condition = new("text", "codes");

    private static readonly Shape Part = new("title", "instruction", "zone", "codes");

    private static readonly string[] Statuses = ["draft", "active", "on-hold", "revoked", "completed"];

    public static SelfTreatmentPlan? Read(Fields at, ClinicalTime? time)
    {
        return at.Object("plan", Body, required: true) is { } body ? ReadBody(body, time) : null;
    }

    /// <summary>The plan inside another event; null when there is none.</summary>
    public static SelfTreatmentPlan? ReadInner(Fields at, ClinicalTime? time) =>
        at.Object("plan", Inner) is { } body ? ReadBody(body, body.Time("madeAt") ?? time) : null;

    private static SelfTreatmentPlan? ReadBody(Fields body, ClinicalTime? time)
    {
        var id = body.Text("planId", required: true, 200);
        var version = body.Integer("version", required: true);
        if (version < 1)
            body.Fail(IntakeErrors.BadFormat, "version", "Versions count from 1.");
        var status = body.Text("status", longest: 20) ?? "active";
        if (!Statuses.Contains(status))
            body.Fail(IntakeErrors.BadFormat, "status", $"One of {string.Join(", ", Statuses)} is expected here.");

        var plan = new SelfTreatmentPlan(id ?? "", version ?? 0, time!, ZoneReader.ReadAll(body))
        {
            Title = body.Text("title", longest: 500),
            Description = body.Text("description"),
            Status = status,
            Author = PartyReader.Read(body, "author"),
            ReasonForChange = body.Text("reason"),
            BasedOn = Basis(body),
            ValidFrom = body.Time("validFrom", mayBeFuture: true),
            ValidTo = body.Time("validTo", mayBeFuture: true),
            Conditions = body.Has("conditions") ? [.. body.Objects("conditions", Condition).Select(ReadCondition)] : [],
            Medications = Parts(body, "medications"),
            Activities = Parts(body, "activities"),
            Diet = Parts(body, "diet"),
        };
        if (plan.ValidFrom is { } from && plan.ValidTo is { } to && to.Start < from.Start)
            body.Fail(IntakeErrors.BadFormat, "validTo", "The plan ends before it starts.");
        return time is null ? null : plan;
    }

    private static string? Basis(Fields body)
    {
        if (body.Text("basedOn", longest: 200) is not { } text)
            return null;
        if (SharedPlanVersion.Parse(text) is null)
            body.Fail(IntakeErrors.BadFormat, "basedOn", "A version of the shared plan is expected here, PLAN/NUMBER.");
        return text;
    }

    private static Concept ReadCondition(Fields at)
    {
        var concept = new Concept(CodeReader.ReadAll(at, "codes"), at.Text("text", longest: 500));
        if (concept.Codings.Count == 0 && concept.Text is null)
            at.Fail(IntakeErrors.Missing, "text");
        return concept;
    }

    private static List<PlanPart> Parts(Fields body, string name)
    {
        if (!body.Has(name))
            return [];
        var parts = new List<PlanPart>();
        foreach (var part in body.Objects(name, Part))
        {
            var codes = CodeReader.ReadAll(part, "codes");
            parts.Add(new PlanPart(
                part.Text("title", required: true, 500) ?? "",
                part.Text("instruction"),
                part.Choice("zone", Words.TriageLevels) ?? Triage.None,
                codes.Count == 0 ? null : new Concept(codes)));
        }

        return parts;
    }
}
