using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Mappings.Fhir.Plans;

/// <summary>
/// The parts of a plan. A zone is a contained Condition (severity = zone, code.text = how the patient recognises it, note = what to do), an activity with what to
/// do, and a contained Goal with its measured limits. Medication, activity and diet are activities that name their zone as reason.
/// </summary>
internal sealed class PlanParts
{
    private readonly Reference _subject;
    private readonly string _activityStatus;

    public PlanParts(SelfTreatmentPlan plan, Reference subject)
    {
        _subject = subject;
        _activityStatus = ActivityStatus(plan.Status);
        var number = 0;
        foreach (var condition in plan.Conditions)
            Addresses.Add(Contain(new Condition { ClinicalStatus = Active, Code = FhirWords.Concept(condition) ?? new CodeableConcept { Text = "ikke oppgitt" }, Subject = subject }, $"condition-{++number}"));
        var zones = new Dictionary<Triage, Reference>();
        for (var i = 0; i < plan.Zones.Count; i++)
            zones.TryAdd(plan.Zones[i].Level, AddZone(plan.Zones[i], i));
        AddParts(plan.Medications, CarePlanActivityKind.MedicationRequest, zones);
        AddParts(plan.Activities, CarePlanActivityKind.ServiceRequest, zones);
        AddParts(plan.Diet, CarePlanActivityKind.NutritionOrder, zones);
    }

    public List<Resource> Contained { get; } = [];

    public List<Reference> Addresses { get; } = [];

    public List<Reference> Goals { get; } = [];

    public List<CarePlanActivity> Activities { get; } = [];

    private static CodeableConcept Active { get; } =
        new() { Coding = [new Hub.Fhir.Model.Coding { System = ConditionClinicalStatus.System, Code = ConditionClinicalStatus.Active }] };

    private Reference AddZone(PlanZone zone, int index)
    {
        var term = zone.Level == Triage.None ? null : PlanZones.Terms[zone.Level.ToString().ToLowerInvariant()];
        var action = FhirWords.Text(zone.Action);
        var condition = Contain(
            new Condition
            {
                ClinicalStatus = Active,
                Severity = term?.ToConcept(),
                Code = new CodeableConcept { Text = FhirWords.Text(zone.Condition) ?? term?.Display ?? "Sone" },
                Subject = _subject,
                Note = action is null ? [] : [new Annotation { Text = action }],
            },
            $"zone-{index + 1}");
        Addresses.Add(condition);
        var limits = ZoneLimits.Of(zone, term?.Display ?? "Sone", _subject, condition);
        var goal = limits is null ? null : Contain(limits, $"limits-{index + 1}");
        if (goal is not null)
            Goals.Add(goal);
        if (action is not null)
        {
            Activities.Add(new CarePlanActivity
            {
                Detail = new CarePlanActivityDetail { ReasonReference = [condition], Goal = goal is null ? [] : [goal], Status = _activityStatus, Description = action },
            });
        }

        return condition;
    }

    private void AddParts(IReadOnlyList<PlanPart> parts, string kind, Dictionary<Triage, Reference> zones)
    {
        foreach (var part in parts)
        {
            var code = FhirWords.Concept(part.Code);
            var title = FhirWords.Text(part.Title);
            var reason = zones.GetValueOrDefault(part.Zone);
            Activities.Add(new CarePlanActivity
            {
                Detail = new CarePlanActivityDetail
                {
                    Kind = kind,
                    Code = Named(code, title),
                    // A part may hold in a zone that the plan does not describe: then the zone's own code is the reason.
                    ReasonCode = reason is null && part.Zone != Triage.None ? [PlanZones.Terms[part.Zone.ToString().ToLowerInvariant()].ToConcept()] : [],
                    ReasonReference = reason is null || part.Zone == Triage.None ? [] : [reason],
                    Status = _activityStatus,
                    Description = FhirWords.Text(part.Instruction),
                },
            });
        }
    }

    private static CodeableConcept Named(CodeableConcept? code, string? title) => code?.Text is { } text && text != title
        ? code with { Text = $"{title} ({text})", Extension = [new Extension { Url = HubExtensions.PartTitle, Value = new FhirString(title ?? "") }] }
        : (code ?? new CodeableConcept()) with { Text = title };

    private Reference Contain(DomainResource resource, string id)
    {
        Contained.Add(resource with { Id = id });
        return new Reference { Target = $"#{id}" };
    }

    private static string ActivityStatus(string planStatus) => planStatus switch
    {
        CarePlanStatus.Draft => CarePlanActivityStatus.NotStarted,
        CarePlanStatus.Active => CarePlanActivityStatus.InProgress,
        CarePlanStatus.OnHold => CarePlanActivityStatus.OnHold,
        CarePlanStatus.Revoked => CarePlanActivityStatus.Cancelled,
        CarePlanStatus.Completed => CarePlanActivityStatus.Completed,
        CarePlanStatus.EnteredInError => CarePlanActivityStatus.EnteredInError,
        _ => CarePlanActivityStatus.Unknown,
    };
}
