namespace Hub.Fhir.Model;

/// <summary>Support for a condition. FHIR R4 ConditionEvidence.</summary>
public sealed record ConditionEvidence : BackboneElement
{
    /// <summary>Manifestations.</summary>
    [FhirElement("code")]
    public FhirList<CodeableConcept> Code { get; init; } = [];

    /// <summary>Supporting resources.</summary>
    [FhirElement("detail")]
    public FhirList<Reference> Detail { get; init; } = [];
}
