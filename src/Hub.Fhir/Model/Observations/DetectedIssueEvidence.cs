namespace Hub.Fhir.Model;

/// <summary>Support for a DetectedIssue. FHIR R4 DetectedIssueEvidence.</summary>
public sealed record DetectedIssueEvidence : BackboneElement
{
    /// <summary>Manifestations.</summary>
    [FhirElement("code")]
    public FhirList<CodeableConcept> Code { get; init; } = [];

    /// <summary>Supporting resources.</summary>
    [FhirElement("detail")]
    public FhirList<Reference> Detail { get; init; } = [];
}
