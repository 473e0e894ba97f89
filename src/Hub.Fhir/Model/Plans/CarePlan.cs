namespace Hub.Fhir.Model;

/// <summary>A plan for the care of a patient; with category 2 the patient's own treatment plan. FHIR R4 CarePlan.</summary>
public sealed record CarePlan : DomainResource
{
    /// <summary>Business identifiers.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>Protocols it follows.</summary>
    [FhirElement("instantiatesCanonical", "canonical")]
    public FhirList<string> InstantiatesCanonical { get; init; } = [];

    /// <summary>External protocols it follows.</summary>
    [FhirElement("instantiatesUri", "uri")]
    public FhirList<string> InstantiatesUri { get; init; } = [];

    /// <summary>Plans it rests on.</summary>
    [FhirElement("basedOn")]
    public FhirList<Reference> BasedOn { get; init; } = [];

    /// <summary>Plans it takes the place of.</summary>
    [FhirElement("replaces")]
    public FhirList<Reference> Replaces { get; init; } = [];

    /// <summary>Plans it is a part of.</summary>
    [FhirElement("partOf")]
    public FhirList<Reference> PartOf { get; init; } = [];

    /// <summary>State of the plan.</summary>
    [FhirElement("status", "code", Min = 1, Codes = typeof(CarePlanStatus))]
    public string? Status { get; init; }

    /// <summary>Proposal, plan, order or option.</summary>
    [FhirElement("intent", "code", Min = 1, Codes = typeof(CarePlanIntent))]
    public string? Intent { get; init; }

    /// <summary>Type of plan; VKP requires vkp-careplan-category.</summary>
    [FhirElement("category")]
    public FhirList<CodeableConcept> Category { get; init; } = [];

    /// <summary>Name of the plan.</summary>
    [FhirElement("title")]
    public string? Title { get; init; }

    /// <summary>Summary.</summary>
    [FhirElement("description")]
    public string? Description { get; init; }

    /// <summary>Whose plan it is.</summary>
    [FhirElement("subject", Min = 1)]
    public Reference? Subject { get; init; }

    /// <summary>Encounter it was made in.</summary>
    [FhirElement("encounter")]
    public Reference? Encounter { get; init; }

    /// <summary>When it applies.</summary>
    [FhirElement("period")]
    public Period? Period { get; init; }

    /// <summary>When it was first recorded.</summary>
    [FhirElement("created")]
    public FhirDateTime? Created { get; init; }

    /// <summary>Who is responsible for it.</summary>
    [FhirElement("author")]
    public Reference? Author { get; init; }

    /// <summary>Who provided content.</summary>
    [FhirElement("contributor")]
    public FhirList<Reference> Contributor { get; init; } = [];

    /// <summary>Who takes part.</summary>
    [FhirElement("careTeam")]
    public FhirList<Reference> CareTeam { get; init; } = [];

    /// <summary>Conditions it addresses.</summary>
    [FhirElement("addresses")]
    public FhirList<Reference> Addresses { get; init; } = [];

    /// <summary>Other information it rests on.</summary>
    [FhirElement("supportingInfo")]
    public FhirList<Reference> SupportingInfo { get; init; } = [];

    /// <summary>Desired outcomes.</summary>
    [FhirElement("goal")]
    public FhirList<Reference> Goal { get; init; } = [];

    /// <summary>What is to be done.</summary>
    [FhirElement("activity")]
    public FhirList<CarePlanActivity> Activity { get; init; } = [];

    /// <summary>Comments.</summary>
    [FhirElement("note")]
    public FhirList<Annotation> Note { get; init; } = [];
}
