namespace Hub.Fhir.Model;

/// <summary>A standard a device follows. FHIR R4 DeviceSpecialization.</summary>
public sealed record DeviceSpecialization : BackboneElement
{
    /// <summary>The standard.</summary>
    [FhirElement("systemType", Min = 1)]
    public CodeableConcept? SystemType { get; init; }

    /// <summary>Its version.</summary>
    [FhirElement("version")]
    public string? Version { get; init; }
}
