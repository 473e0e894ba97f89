namespace Hub.Fhir.Model;

/// <summary>A place, here where a device was. FHIR R4 Location.</summary>
public sealed record Location : DomainResource
{
    /// <summary>Identifiers.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>State of the record.</summary>
    [FhirElement("status", "code", Codes = typeof(LocationStatus))]
    public string? Status { get; init; }

    /// <summary>Name.</summary>
    [FhirElement("name")]
    public string? Name { get; init; }

    /// <summary>In words.</summary>
    [FhirElement("description")]
    public string? Description { get; init; }

    /// <summary>One place or a kind of place.</summary>
    [FhirElement("mode", "code", Codes = typeof(LocationMode))]
    public string? Mode { get; init; }

    /// <summary>What is done there.</summary>
    [FhirElement("type")]
    public FhirList<CodeableConcept> Type { get; init; } = [];

    /// <summary>Contact points.</summary>
    [FhirElement("telecom")]
    public FhirList<ContactPoint> Telecom { get; init; } = [];

    /// <summary>Address.</summary>
    [FhirElement("address")]
    public Address? Address { get; init; }

    /// <summary>Kind of place.</summary>
    [FhirElement("physicalType")]
    public CodeableConcept? PhysicalType { get; init; }

    /// <summary>Where on earth (WGS 84).</summary>
    [FhirElement("position")]
    public LocationPosition? Position { get; init; }

    /// <summary>Who runs it.</summary>
    [FhirElement("managingOrganization")]
    public Reference? ManagingOrganization { get; init; }
}
