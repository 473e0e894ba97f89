namespace Hub.Fhir.Model;

/// <summary>Version of a part of a device. FHIR R4 DeviceVersion.</summary>
public sealed record DeviceVersion : BackboneElement
{
    /// <summary>Kind of version.</summary>
    [FhirElement("type")]
    public CodeableConcept? Type { get; init; }

    /// <summary>Part it is about.</summary>
    [FhirElement("component")]
    public Identifier? Component { get; init; }

    /// <summary>The version.</summary>
    [FhirElement("value", Min = 1)]
    public string? Value { get; init; }
}
