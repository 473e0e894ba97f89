namespace Hub.Fhir.Model;

/// <summary>A health worker. FHIR R4 Practitioner.</summary>
public sealed record Practitioner : DomainResource
{
    /// <summary>HPR number, national identifier and others.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>False when the record is out of use.</summary>
    [FhirElement("active")]
    public bool? Active { get; init; }

    /// <summary>Names.</summary>
    [FhirElement("name")]
    public FhirList<HumanName> Name { get; init; } = [];

    /// <summary>Contact points.</summary>
    [FhirElement("telecom")]
    public FhirList<ContactPoint> Telecom { get; init; } = [];

    /// <summary>Addresses.</summary>
    [FhirElement("address")]
    public FhirList<Address> Address { get; init; } = [];

    /// <summary>Administrative gender.</summary>
    [FhirElement("gender", "code", Codes = typeof(AdministrativeGender))]
    public string? Gender { get; init; }

    /// <summary>Date of birth.</summary>
    [FhirElement("birthDate", "date")]
    public FhirDateTime? BirthDate { get; init; }

    /// <summary>Pictures.</summary>
    [FhirElement("photo")]
    public FhirList<Attachment> Photo { get; init; } = [];

    /// <summary>Training and authorisations.</summary>
    [FhirElement("qualification")]
    public FhirList<PractitionerQualification> Qualification { get; init; } = [];

    /// <summary>Languages.</summary>
    [FhirElement("communication")]
    public FhirList<CodeableConcept> Communication { get; init; } = [];
}
