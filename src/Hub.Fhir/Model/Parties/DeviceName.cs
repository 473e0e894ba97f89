namespace Hub.Fhir.Model;

/// <summary>A name of a device. FHIR R4 DeviceName.</summary>
public sealed record DeviceName : BackboneElement
{
    /// <summary>The name.</summary>
    [FhirElement("name", Min = 1)]
    public string? Name { get; init; }

    /// <summary>Kind of name.</summary>
    [FhirElement("type", "code", Min = 1, Codes = typeof(DeviceNameType))]
    public string? Type { get; init; }
}
