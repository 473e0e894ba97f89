namespace Hub.Fhir.Model;

/// <summary>One activity of a plan, either by reference or in detail (cpl-3). FHIR R4 CarePlanActivity.</summary>
public sealed record CarePlanActivity : BackboneElement
{
    /// <summary>Results as codes.</summary>
    [FhirElement("outcomeCodeableConcept")]
    public FhirList<CodeableConcept> OutcomeCodeableConcept { get; init; } = [];

    /// <summary>Results as resources.</summary>
    [FhirElement("outcomeReference")]
    public FhirList<Reference> OutcomeReference { get; init; } = [];

    /// <summary>Comments about progress.</summary>
    [FhirElement("progress")]
    public FhirList<Annotation> Progress { get; init; } = [];

    /// <summary>The activity as a resource of its own.</summary>
    [FhirElement("reference")]
    public Reference? Reference { get; init; }

    /// <summary>The activity in line.</summary>
    [FhirElement("detail")]
    public CarePlanActivityDetail? Detail { get; init; }
}
