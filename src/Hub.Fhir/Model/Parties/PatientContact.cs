namespace Hub.Fhir.Model;

/// <summary>A contact person of a patient. FHIR R4 PatientContact.</summary>
public sealed record PatientContact : BackboneElement
{
    /// <summary>Relation to the patient.</summary>
    [FhirElement("relationship")]
    public FhirList<CodeableConcept> Relationship { get; init; } = [];

    /// <summary>Name.</summary>
    [FhirElement("name")]
    public HumanName? Name { get; init; }

    /// <summary>Contact points.</summary>
    [FhirElement("telecom")]
    public FhirList<ContactPoint> Telecom { get; init; } = [];

    /// <summary>Address.</summary>
    [FhirElement("address")]
    public Address? Address { get; init; }

    /// <summary>Administrative gender.</summary>
    [FhirElement("gender", "code", Codes = typeof(AdministrativeGender))]
    public string? Gender { get; init; }

    /// <summary>Organisation of the contact.</summary>
    [FhirElement("organization")]
    public Reference? Organization { get; init; }

    /// <summary>When the contact is valid.</summary>
    [FhirElement("period")]
    public Period? Period { get; init; }
}
