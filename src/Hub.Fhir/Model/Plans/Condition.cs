namespace Hub.Fhir.Model;

/// <summary>A diagnosis, problem or, in plans with zones, a state of the patient. FHIR R4 Condition.</summary>
public sealed record Condition : DomainResource
{
    /// <summary>Business identifiers.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>Active, resolved and so on.</summary>
    [FhirElement("clinicalStatus", Codes = typeof(ConditionClinicalStatus))]
    public CodeableConcept? ClinicalStatus { get; init; }

    /// <summary>How sure it is.</summary>
    [FhirElement("verificationStatus", Codes = typeof(ConditionVerificationStatus))]
    public CodeableConcept? VerificationStatus { get; init; }

    /// <summary>Problem list item, encounter diagnosis.</summary>
    [FhirElement("category")]
    public FhirList<CodeableConcept> Category { get; init; } = [];

    /// <summary>How serious; in the zone drafts the zone.</summary>
    [FhirElement("severity")]
    public CodeableConcept? Severity { get; init; }

    /// <summary>What the condition is.</summary>
    [FhirElement("code")]
    public CodeableConcept? Code { get; init; }

    /// <summary>Where on the body.</summary>
    [FhirElement("bodySite")]
    public FhirList<CodeableConcept> BodySite { get; init; } = [];

    /// <summary>Who has it.</summary>
    [FhirElement("subject", Min = 1)]
    public Reference? Subject { get; init; }

    /// <summary>Encounter it was recorded in.</summary>
    [FhirElement("encounter")]
    public Reference? Encounter { get; init; }

    /// <summary>When it began.</summary>
    [FhirChoice("onset", "dateTime", "Age", "Period", "Range", "string")]
    public DataType? Onset { get; init; }

    /// <summary>When it ended.</summary>
    [FhirChoice("abatement", "dateTime", "Age", "Period", "Range", "string")]
    public DataType? Abatement { get; init; }

    /// <summary>When it was first recorded.</summary>
    [FhirElement("recordedDate")]
    public FhirDateTime? RecordedDate { get; init; }

    /// <summary>Who recorded it.</summary>
    [FhirElement("recorder")]
    public Reference? Recorder { get; init; }

    /// <summary>Who says so.</summary>
    [FhirElement("asserter")]
    public Reference? Asserter { get; init; }

    /// <summary>Stages or grades.</summary>
    [FhirElement("stage")]
    public FhirList<ConditionStage> Stage { get; init; } = [];

    /// <summary>What supports it.</summary>
    [FhirElement("evidence")]
    public FhirList<ConditionEvidence> Evidence { get; init; } = [];

    /// <summary>Comments.</summary>
    [FhirElement("note")]
    public FhirList<Annotation> Note { get; init; } = [];
}
