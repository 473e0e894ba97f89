namespace Hub.Fhir.Model;

/// <summary>A relative or other contact of a patient. FHIR R4 RelatedPerson.</summary>
public sealed record RelatedPerson : DomainResource
{
    /// <summary>Identifiers.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>False when the record is out of use.</summary>
    [FhirElement("active")]
    public bool? Active { get; init; }

    /// <summary>The patient.</summary>
    [FhirElement("patient", Min = 1)]
    public Reference? Patient { get; init; }

    /// <summary>What the person is to the patient.</summary>
    [FhirElement("relationship")]
    public FhirList<CodeableConcept> Relationship { get; init; } = [];

    /// <summary>Names.</summary>
    [FhirElement("name")]
    public FhirList<HumanName> Name { get; init; } = [];

    /// <summary>Contact points, by rank.</summary>
    [FhirElement("telecom")]
    public FhirList<ContactPoint> Telecom { get; init; } = [];

    /// <summary>Administrative gender.</summary>
    [FhirElement("gender", "code", Codes = typeof(AdministrativeGender))]
    public string? Gender { get; init; }

    /// <summary>Date of birth.</summary>
    [FhirElement("birthDate", "date")]
    public FhirDateTime? BirthDate { get; init; }

    /// <summary>Addresses.</summary>
    [FhirElement("address")]
    public FhirList<Address> Address { get; init; } = [];

    /// <summary>Pictures.</summary>
    [FhirElement("photo")]
    public FhirList<Attachment> Photo { get; init; } = [];

    /// <summary>When the relation holds.</summary>
    [FhirElement("period")]
    public Period? Period { get; init; }

    /// <summary>Languages.</summary>
    [FhirElement("communication")]
    public FhirList<PatientCommunication> Communication { get; init; } = [];
}
