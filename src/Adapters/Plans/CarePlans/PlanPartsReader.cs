using Hub.Adapters.FhirReading;
using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Plans.CarePlans;

/// <summary>Zones, conditions and activities of a CarePlan. A Condition with a zone as severity is a zone: its code says how the patient recognises it, its note what to do, and the Goal that addresses it has its limits.</summary>
internal sealed class PlanPartsReader
{
    private const string PartTitle = "urn:hub:extension:part-title";
    private const string NoPlace = "A self-treatment plan of the hub has no such element";

    private readonly Dictionary<string, Resource> _contained;
    private readonly Dictionary<string, Triage> _zones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _actions = new(StringComparer.Ordinal);

    public PlanPartsReader(CarePlan plan)
    {
        _contained = plan.Contained.Where(r => r.Id is not null).GroupBy(r => $"#{r.Id}", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var limits = plan.Goal.Concat(plan.Activity.SelectMany(a => (IEnumerable<Reference>?)a.Detail?.Goal ?? [])).Select(r => r.Target).OfType<string>().Distinct()
            .Select(t => _contained.GetValueOrDefault(t)).OfType<Goal>().ToArray();
        foreach (var reference in plan.Addresses)
            Address(reference, limits, plan.Activity);
        foreach (var activity in plan.Activity)
            Read(activity);
        var used = plan.Addresses.Concat(plan.Goal).Concat(plan.Activity.SelectMany(a => (IEnumerable<Reference>?)a.Detail?.Goal ?? [])).Select(r => r.Target).ToHashSet();
        if (_contained.Keys.Any(k => !used.Contains(k)) || plan.Goal.Any(g => _contained.GetValueOrDefault(g.Target ?? "") is not Goal))
            LeftOut.Add(new LeftOut("CarePlan.goal", NoPlace));
    }

    public List<PlanZone> Zones { get; } = [];

    public List<Concept> Conditions { get; } = [];

    public List<PlanPart> Medications { get; } = [];

    public List<PlanPart> Activities { get; } = [];

    public List<PlanPart> Diet { get; } = [];

    public List<LeftOut> LeftOut { get; } = [];

    private void Address(Reference reference, IReadOnlyList<Goal> limits, IEnumerable<CarePlanActivity> activities)
    {
        var target = reference.Target ?? "";
        if (_contained.GetValueOrDefault(target) is not Condition condition)
        {
            if (reference.Display is { } words)
                Conditions.Add(new Concept([], words));
            else
                LeftOut.Add(new LeftOut("CarePlan.addresses", "Only Conditions inside the plan, or with a display, are read"));
            return;
        }

        if (LevelOf(condition.Severity) is not { } level && !target.StartsWith("#zone-", StringComparison.Ordinal))
        {
            if (condition.Code is { } code && Terms.Concept(code) is { } concept)
                Conditions.Add(concept);
            return;
        }

        level = LevelOf(condition.Severity) ?? Triage.None;
        _zones[target] = level;
        var words2 = string.Join('\n', condition.Note.Select(n => n.Text).OfType<string>());
        var action = words2.Length > 0 ? words2 : activities.Where(a => IsAction(a) && Reasons(a).Contains(target)).Select(a => a.Detail!.Description).FirstOrDefault() ?? "";
        _actions[target] = action;
        var ranges = limits.Where(g => g.Addresses.Any(r => r.Target == target)).SelectMany(g => g.Target).Select(ZoneLimitReader.Read).ToArray();
        Zones.Add(new PlanZone(level, condition.Code?.Text ?? condition.Code?.Coding.Select(c => c.Display).FirstOrDefault() ?? "", action, ranges));
    }

    private void Read(CarePlanActivity activity)
    {
        if (activity.Detail is not { } detail)
        {
            LeftOut.Add(new LeftOut("CarePlan.activity", NoPlace));
            return;
        }

        if (activity.Reference is not null || activity.OutcomeReference.Count > 0 || activity.OutcomeCodeableConcept.Count > 0 || activity.Progress.Count > 0
            || detail.Scheduled is not null || detail.Location is not null || detail.Performer.Count > 0 || detail.Product is not null || detail.DailyAmount is not null
            || detail.Quantity is not null || detail.DoNotPerform == true || detail.StatusReason is not null)
            LeftOut.Add(new LeftOut("CarePlan.activity.detail", NoPlace));
        if (IsAction(activity) && Reasons(activity).Any(r => _actions.GetValueOrDefault(r) == detail.Description))
            return;
        var title = detail.Code?.Extension.FirstOrDefault(e => e.Url == PartTitle)?.Value is FhirString named ? named.Value : null;
        var part = new PlanPart(title ?? detail.Code?.Text ?? detail.Code?.Coding.Select(c => c.Display ?? c.Code).FirstOrDefault() ?? "", detail.Description, ZoneOf(detail), CodeOf(detail.Code, title));
        (detail.Kind switch
        {
            CarePlanActivityKind.MedicationRequest => Medications,
            CarePlanActivityKind.NutritionOrder => Diet,
            _ => Activities,
        }).Add(part);
    }

    private Triage ZoneOf(CarePlanActivityDetail detail)
    {
        foreach (var reason in detail.ReasonReference)
        {
            if (_zones.TryGetValue(reason.Target ?? "", out var level))
                return level;
        }

        return detail.ReasonCode.Select(LevelOf).FirstOrDefault(l => l is not null) ?? Triage.None;
    }

    // The text of the code is the title, unless the writer says that the title stands before it.
    private static Concept? CodeOf(CodeableConcept? code, string? title)
    {
        if (code is null)
            return null;
        var text = title is not null && code.Text is { } both && both.Length > title.Length + 3 ? both[(title.Length + 2)..^1] : null;
        return code.Coding.Count == 0 && text is null ? null : new Concept([.. code.Coding.Select(Terms.Coding)], text);
    }

    private static bool IsAction(CarePlanActivity activity) => activity.Detail is { Kind: null, Code: null, Description: not null };

    private static IEnumerable<string> Reasons(CarePlanActivity activity) => activity.Detail!.ReasonReference.Select(r => r.Target).OfType<string>();

    private static Triage? LevelOf(CodeableConcept? concept) => concept?.Coding.FirstOrDefault(c => c.System == CodeSystems.PlanZone)?.Code switch
    {
        "green" => Triage.Green,
        "yellow" => Triage.Yellow,
        "red" => Triage.Red,
        _ => null,
    };
}
