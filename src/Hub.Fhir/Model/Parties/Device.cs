namespace Hub.Fhir.Model;

/// <summary>A device, such as a blood pressure meter. FHIR R4 Device.</summary>
public sealed record Device : DomainResource
{
    /// <summary>Identifiers.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>Definition of the model.</summary>
    [FhirElement("definition")]
    public Reference? Definition { get; init; }

    /// <summary>Unique device identification.</summary>
    [FhirElement("udiCarrier")]
    public FhirList<DeviceUdiCarrier> UdiCarrier { get; init; } = [];

    /// <summary>State of the record.</summary>
    [FhirElement("status", "code", Codes = typeof(DeviceStatus))]
    public string? Status { get; init; }

    /// <summary>Reason for the state.</summary>
    [FhirElement("statusReason")]
    public FhirList<CodeableConcept> StatusReason { get; init; } = [];

    /// <summary>Distinct identification string.</summary>
    [FhirElement("distinctIdentifier")]
    public string? DistinctIdentifier { get; init; }

    /// <summary>Who made it.</summary>
    [FhirElement("manufacturer")]
    public string? Manufacturer { get; init; }

    /// <summary>When it was made.</summary>
    [FhirElement("manufactureDate")]
    public FhirDateTime? ManufactureDate { get; init; }

    /// <summary>When it expires.</summary>
    [FhirElement("expirationDate")]
    public FhirDateTime? ExpirationDate { get; init; }

    /// <summary>Lot.</summary>
    [FhirElement("lotNumber")]
    public string? LotNumber { get; init; }

    /// <summary>Serial number.</summary>
    [FhirElement("serialNumber")]
    public string? SerialNumber { get; init; }

    /// <summary>Names.</summary>
    [FhirElement("deviceName")]
    public FhirList<DeviceName> DeviceName { get; init; } = [];

    /// <summary>Model.</summary>
    [FhirElement("modelNumber")]
    public string? ModelNumber { get; init; }

    /// <summary>Part number.</summary>
    [FhirElement("partNumber")]
    public string? PartNumber { get; init; }

    /// <summary>Kind of device.</summary>
    [FhirElement("type")]
    public CodeableConcept? Type { get; init; }

    /// <summary>Standards it follows.</summary>
    [FhirElement("specialization")]
    public FhirList<DeviceSpecialization> Specialization { get; init; } = [];

    /// <summary>Versions of parts.</summary>
    [FhirElement("version")]
    public FhirList<DeviceVersion> Version { get; init; } = [];

    /// <summary>Settings.</summary>
    [FhirElement("property")]
    public FhirList<DeviceProperty> Property { get; init; } = [];

    /// <summary>Who it is attached to.</summary>
    [FhirElement("patient")]
    public Reference? Patient { get; init; }

    /// <summary>Who is responsible for it.</summary>
    [FhirElement("owner")]
    public Reference? Owner { get; init; }

    /// <summary>Contact points.</summary>
    [FhirElement("contact")]
    public FhirList<ContactPoint> Contact { get; init; } = [];

    /// <summary>Where it is.</summary>
    [FhirElement("location")]
    public Reference? Location { get; init; }

    /// <summary>Network address.</summary>
    [FhirElement("url", "uri")]
    public string? Url { get; init; }

    /// <summary>Comments.</summary>
    [FhirElement("note")]
    public FhirList<Annotation> Note { get; init; } = [];

    /// <summary>Safety characteristics.</summary>
    [FhirElement("safety")]
    public FhirList<CodeableConcept> Safety { get; init; } = [];

    /// <summary>Device it is part of.</summary>
    [FhirElement("parent")]
    public Reference? Parent { get; init; }
}
