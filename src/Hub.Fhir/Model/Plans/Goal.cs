namespace Hub.Fhir.Model;

/// <summary>A desired outcome. FHIR R4 Goal.</summary>
public sealed record Goal : DomainResource
{
    /// <summary>Business identifiers.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>State of the goal.</summary>
    [FhirElement("lifecycleStatus", "code", Min = 1, Codes = typeof(GoalStatus))]
    public string? LifecycleStatus { get; init; }

    /// <summary>Progress towards it.</summary>
    [FhirElement("achievementStatus")]
    public CodeableConcept? AchievementStatus { get; init; }

    /// <summary>Kind of goal.</summary>
    [FhirElement("category")]
    public FhirList<CodeableConcept> Category { get; init; } = [];

    /// <summary>Priority.</summary>
    [FhirElement("priority")]
    public CodeableConcept? Priority { get; init; }

    /// <summary>The goal itself.</summary>
    [FhirElement("description", Min = 1)]
    public CodeableConcept? Description { get; init; }

    /// <summary>Whose goal it is.</summary>
    [FhirElement("subject", Min = 1)]
    public Reference? Subject { get; init; }

    /// <summary>When work on it begins.</summary>
    [FhirChoice("start", "date", "CodeableConcept")]
    public DataType? Start { get; init; }

    /// <summary>Measurable targets.</summary>
    [FhirElement("target")]
    public FhirList<GoalTarget> Target { get; init; } = [];

    /// <summary>When the state was set.</summary>
    [FhirElement("statusDate", "date")]
    public FhirDateTime? StatusDate { get; init; }

    /// <summary>Why the state was set.</summary>
    [FhirElement("statusReason")]
    public string? StatusReason { get; init; }

    /// <summary>Who set the goal.</summary>
    [FhirElement("expressedBy")]
    public Reference? ExpressedBy { get; init; }

    /// <summary>Issues it addresses.</summary>
    [FhirElement("addresses")]
    public FhirList<Reference> Addresses { get; init; } = [];

    /// <summary>Comments.</summary>
    [FhirElement("note")]
    public FhirList<Annotation> Note { get; init; } = [];

    /// <summary>Results as codes.</summary>
    [FhirElement("outcomeCode")]
    public FhirList<CodeableConcept> OutcomeCode { get; init; } = [];

    /// <summary>Results as resources.</summary>
    [FhirElement("outcomeReference")]
    public FhirList<Reference> OutcomeReference { get; init; } = [];
}
