namespace Hub.Fhir.Model;

/// <summary>A setting of a device. FHIR R4 DeviceProperty.</summary>
public sealed record DeviceProperty : BackboneElement
{
    /// <summary>Which setting.</summary>
    [FhirElement("type", Min = 1)]
    public CodeableConcept? Type { get; init; }

    /// <summary>Values as amounts.</summary>
    [FhirElement("valueQuantity")]
    public FhirList<Quantity> ValueQuantity { get; init; } = [];

    /// <summary>Values as codes.</summary>
    [FhirElement("valueCode")]
    public FhirList<CodeableConcept> ValueCode { get; init; } = [];
}
