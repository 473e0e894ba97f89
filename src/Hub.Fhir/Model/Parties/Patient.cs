namespace Hub.Fhir.Model;

/// <summary>The one who gets care. FHIR R4 Patient.</summary>
public sealed record Patient : DomainResource
{
    /// <summary>National and other identifiers.</summary>
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

    /// <summary>Administrative gender.</summary>
    [FhirElement("gender", "code", Codes = typeof(AdministrativeGender))]
    public string? Gender { get; init; }

    /// <summary>Date of birth.</summary>
    [FhirElement("birthDate", "date")]
    public FhirDateTime? BirthDate { get; init; }

    /// <summary>Whether or when the patient died.</summary>
    [FhirChoice("deceased", "boolean", "dateTime")]
    public DataType? Deceased { get; init; }

    /// <summary>Addresses.</summary>
    [FhirElement("address")]
    public FhirList<Address> Address { get; init; } = [];

    /// <summary>Marital status.</summary>
    [FhirElement("maritalStatus")]
    public CodeableConcept? MaritalStatus { get; init; }

    /// <summary>Twin or number in the order of birth.</summary>
    [FhirChoice("multipleBirth", "boolean", "integer")]
    public DataType? MultipleBirth { get; init; }

    /// <summary>Pictures.</summary>
    [FhirElement("photo")]
    public FhirList<Attachment> Photo { get; init; } = [];

    /// <summary>Next of kin and others.</summary>
    [FhirElement("contact")]
    public FhirList<PatientContact> Contact { get; init; } = [];

    /// <summary>Languages.</summary>
    [FhirElement("communication")]
    public FhirList<PatientCommunication> Communication { get; init; } = [];

    /// <summary>The regular doctor.</summary>
    [FhirElement("generalPractitioner")]
    public FhirList<Reference> GeneralPractitioner { get; init; } = [];

    /// <summary>Who keeps the record.</summary>
    [FhirElement("managingOrganization")]
    public Reference? ManagingOrganization { get; init; }

    /// <summary>Other records of the same person.</summary>
    [FhirElement("link")]
    public FhirList<PatientLink> Link { get; init; } = [];
}
