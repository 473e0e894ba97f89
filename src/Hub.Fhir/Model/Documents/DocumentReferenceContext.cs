namespace Hub.Fhir.Model;

/// <summary>Clinical context of a document. FHIR R4 DocumentReferenceContext.</summary>
public sealed record DocumentReferenceContext : BackboneElement
{
    /// <summary>Encounters.</summary>
    [FhirElement("encounter")]
    public FhirList<Reference> Encounter { get; init; } = [];

    /// <summary>Events.</summary>
    [FhirElement("event")]
    public FhirList<CodeableConcept> Event { get; init; } = [];

    /// <summary>Time the document covers.</summary>
    [FhirElement("period")]
    public Period? Period { get; init; }

    /// <summary>Kind of facility.</summary>
    [FhirElement("facilityType")]
    public CodeableConcept? FacilityType { get; init; }

    /// <summary>Speciality.</summary>
    [FhirElement("practiceSetting")]
    public CodeableConcept? PracticeSetting { get; init; }

    /// <summary>Demographics at the time.</summary>
    [FhirElement("sourcePatientInfo")]
    public Reference? SourcePatientInfo { get; init; }

    /// <summary>Related resources.</summary>
    [FhirElement("related")]
    public FhirList<Reference> Related { get; init; } = [];
}
