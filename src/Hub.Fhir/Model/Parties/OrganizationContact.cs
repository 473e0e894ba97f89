namespace Hub.Fhir.Model;

/// <summary>A contact of an organisation. FHIR R4 OrganizationContact.</summary>
public sealed record OrganizationContact : BackboneElement
{
    /// <summary>What the contact is for.</summary>
    [FhirElement("purpose")]
    public CodeableConcept? Purpose { get; init; }

    /// <summary>Name.</summary>
    [FhirElement("name")]
    public HumanName? Name { get; init; }

    /// <summary>Contact points.</summary>
    [FhirElement("telecom")]
    public FhirList<ContactPoint> Telecom { get; init; } = [];

    /// <summary>Address.</summary>
    [FhirElement("address")]
    public Address? Address { get; init; }
}
