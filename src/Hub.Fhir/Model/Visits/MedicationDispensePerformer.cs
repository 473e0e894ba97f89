namespace Hub.Fhir.Model;

/// <summary>A device or person that handed medicine out. FHIR R4 MedicationDispensePerformer.</summary>
public sealed record MedicationDispensePerformer : BackboneElement
{
    /// <summary>In what capacity.</summary>
    [FhirElement("function")]
    public CodeableConcept? Function { get; init; }

    /// <summary>Who or what.</summary>
    [FhirElement("actor", Min = 1)]
    public Reference? Actor { get; init; }
}
