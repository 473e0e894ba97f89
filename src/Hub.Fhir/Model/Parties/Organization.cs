namespace Hub.Fhir.Model;

/// <summary>A municipality, hospital, unit or company. FHIR R4 Organization.</summary>
public sealed record Organization : DomainResource
{
    /// <summary>Organisation number, HER-id, RESH-id and others.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>False when the record is out of use.</summary>
    [FhirElement("active")]
    public bool? Active { get; init; }

    /// <summary>Kind of organisation.</summary>
    [FhirElement("type")]
    public FhirList<CodeableConcept> Type { get; init; } = [];

    /// <summary>Name.</summary>
    [FhirElement("name")]
    public string? Name { get; init; }

    /// <summary>Other names.</summary>
    [FhirElement("alias")]
    public FhirList<string> Alias { get; init; } = [];

    /// <summary>Contact points.</summary>
    [FhirElement("telecom")]
    public FhirList<ContactPoint> Telecom { get; init; } = [];

    /// <summary>Addresses.</summary>
    [FhirElement("address")]
    public FhirList<Address> Address { get; init; } = [];

    /// <summary>Organisation it belongs to.</summary>
    [FhirElement("partOf")]
    public Reference? PartOf { get; init; }

    /// <summary>Contact persons.</summary>
    [FhirElement("contact")]
    public FhirList<OrganizationContact> Contact { get; init; } = [];

    /// <summary>Technical end points.</summary>
    [FhirElement("endpoint")]
    public FhirList<Reference> Endpoint { get; init; } = [];
}
