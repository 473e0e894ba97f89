namespace Hub.Fhir.Model;

/// <summary>An activity described in line. FHIR R4 CarePlanActivityDetail.</summary>
public sealed record CarePlanActivityDetail : BackboneElement
{
    /// <summary>Resource type the activity would have.</summary>
    [FhirElement("kind", "code", Codes = typeof(CarePlanActivityKind))]
    public string? Kind { get; init; }

    /// <summary>Protocols it follows.</summary>
    [FhirElement("instantiatesCanonical", "canonical")]
    public FhirList<string> InstantiatesCanonical { get; init; } = [];

    /// <summary>External protocols it follows.</summary>
    [FhirElement("instantiatesUri", "uri")]
    public FhirList<string> InstantiatesUri { get; init; } = [];

    /// <summary>What is to be done.</summary>
    [FhirElement("code")]
    public CodeableConcept? Code { get; init; }

    /// <summary>Why, as codes.</summary>
    [FhirElement("reasonCode")]
    public FhirList<CodeableConcept> ReasonCode { get; init; } = [];

    /// <summary>Why, as resources.</summary>
    [FhirElement("reasonReference")]
    public FhirList<Reference> ReasonReference { get; init; } = [];

    /// <summary>Goals it serves.</summary>
    [FhirElement("goal")]
    public FhirList<Reference> Goal { get; init; } = [];

    /// <summary>State of the activity.</summary>
    [FhirElement("status", "code", Min = 1, Codes = typeof(CarePlanActivityStatus))]
    public string? Status { get; init; }

    /// <summary>Reason for the state.</summary>
    [FhirElement("statusReason")]
    public CodeableConcept? StatusReason { get; init; }

    /// <summary>True when the activity is to be avoided; default false.</summary>
    [FhirElement("doNotPerform")]
    public bool? DoNotPerform { get; init; }

    /// <summary>When it is to happen.</summary>
    [FhirChoice("scheduled", "Timing", "Period", "string")]
    public DataType? Scheduled { get; init; }

    /// <summary>Where.</summary>
    [FhirElement("location")]
    public Reference? Location { get; init; }

    /// <summary>Who does it.</summary>
    [FhirElement("performer")]
    public FhirList<Reference> Performer { get; init; } = [];

    /// <summary>What is given or used.</summary>
    [FhirChoice("product", "CodeableConcept", "Reference")]
    public DataType? Product { get; init; }

    /// <summary>How much per day.</summary>
    [FhirElement("dailyAmount")]
    public Quantity? DailyAmount { get; init; }

    /// <summary>How much in all.</summary>
    [FhirElement("quantity")]
    public Quantity? Quantity { get; init; }

    /// <summary>Instructions for people.</summary>
    [FhirElement("description")]
    public string? Description { get; init; }
}
