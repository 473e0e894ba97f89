namespace Hub.Fhir.Model;

/// <summary>A stage of a condition. FHIR R4 ConditionStage.</summary>
public sealed record ConditionStage : BackboneElement
{
    /// <summary>The stage as a concept.</summary>
    [FhirElement("summary")]
    public CodeableConcept? Summary { get; init; }

    /// <summary>Assessments behind it.</summary>
    [FhirElement("assessment")]
    public FhirList<Reference> Assessment { get; init; } = [];

    /// <summary>Kind of staging.</summary>
    [FhirElement("type")]
    public CodeableConcept? Type { get; init; }
}
