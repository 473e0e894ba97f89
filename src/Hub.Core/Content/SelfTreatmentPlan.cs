namespace Hub.Core.Content;

/// <summary>One version of a patient's self-treatment plan (egenbehandlingsplan): what to watch for and what to do, in traffic-light zones.</summary>
/// <param name="PlanId">The vendor's id of the plan, the same for every version.</param>
/// <param name="Version">Version number, rising.</param>
/// <param name="Time">When this version was made.</param>
/// <param name="Zones">The zones, green first.</param>
public sealed record SelfTreatmentPlan(string PlanId, int Version, ClinicalTime Time, IReadOnlyList<PlanZone> Zones) : HomeContent
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Plan;

    /// <summary>Title, null when the source gave none.</summary>
    public string? Title { get; init; }

    /// <summary>Description, null when the source gave none.</summary>
    public string? Description { get; init; }

    /// <summary>FHIR request status: draft, active, on-hold, revoked, completed, entered-in-error, unknown.</summary>
    public string Status { get; init; } = "active";

    /// <summary>Who made this version, null when unknown.</summary>
    public Party? Author { get; init; }

    /// <summary>Why the plan was changed, null for the first version or when not said.</summary>
    public string? ReasonForChange { get; init; }

    /// <summary>The shared version that this one was edited from, in the words of <see cref="SharedPlanVersion"/>; null when the source does not say.</summary>
    public string? BasedOn { get; init; }

    /// <summary>The partner that wrote this version and has it already: routes to it leave it out. Null when nobody has it, and for all that comes from outside.</summary>
    public string? Origin { get; init; }

    /// <summary>From when the plan holds, null when not said.</summary>
    public ClinicalTime? ValidFrom { get; init; }

    /// <summary>Until when the plan holds, null when open.</summary>
    public ClinicalTime? ValidTo { get; init; }

    /// <summary>Conditions the plan is for (COPD, heart failure ...).</summary>
    public IReadOnlyList<Concept> Conditions { get; init; } = [];

    /// <summary>Medication parts.</summary>
    public IReadOnlyList<PlanPart> Medications { get; init; } = [];

    /// <summary>Activity parts.</summary>
    public IReadOnlyList<PlanPart> Activities { get; init; } = [];

    /// <summary>Diet parts.</summary>
    public IReadOnlyList<PlanPart> Diet { get; init; } = [];
}

/// <summary>A zone of the plan.</summary>
/// <param name="Level">Green, yellow or red.</param>
/// <param name="Condition">How the patient recognises it.</param>
/// <param name="Action">What to do.</param>
/// <param name="Thresholds">The measured limits of the zone.</param>
public sealed record PlanZone(Triage Level, string Condition, string Action, IReadOnlyList<ZoneThreshold> Thresholds);

/// <summary>A measured limit of a zone.</summary>
/// <param name="What">Measurement kind, see <see cref="MeasurementKind"/>.</param>
/// <param name="Component">Component, null when the kind has none.</param>
/// <param name="Low">Lower bound, inclusive; null when open.</param>
/// <param name="High">Upper bound, inclusive; null when open.</param>
public sealed record ZoneThreshold(string What, string? Component, Quantity? Low, Quantity? High);

/// <summary>A part of the plan in words.</summary>
/// <param name="Title">Such as the drug or the activity.</param>
/// <param name="Instruction">What to do.</param>
/// <param name="Zone">The zone in which it holds, <see cref="Triage.None"/> for all.</param>
/// <param name="Code">Codes, null when none.</param>
public sealed record PlanPart(string Title, string? Instruction, Triage Zone = Triage.None, Concept? Code = null);
