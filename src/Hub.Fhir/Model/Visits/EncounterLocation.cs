namespace Hub.Fhir.Model;

/// <summary>Where a visit took place. FHIR R4 EncounterLocation.</summary>
public sealed record EncounterLocation : BackboneElement
{
    /// <summary>The place.</summary>
    [FhirElement("location", Min = 1)]
    public Reference? Location { get; init; }

    /// <summary>State of the stay.</summary>
    [FhirElement("status", "code")]
    public string? Status { get; init; }

    /// <summary>Kind of place.</summary>
    [FhirElement("physicalType")]
    public CodeableConcept? PhysicalType { get; init; }

    /// <summary>From when to when.</summary>
    [FhirElement("period")]
    public Period? Period { get; init; }
}
