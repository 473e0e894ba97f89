namespace Hub.Fhir.Model;

/// <summary>Something the document tells about. FHIR R4 CompositionEvent.</summary>
public sealed record CompositionEvent : BackboneElement
{
    /// <summary>What happened.</summary>
    [FhirElement("code")]
    public FhirList<CodeableConcept> Code { get; init; } = [];

    /// <summary>When.</summary>
    [FhirElement("period")]
    public Period? Period { get; init; }

    /// <summary>Resources that describe it.</summary>
    [FhirElement("detail")]
    public FhirList<Reference> Detail { get; init; } = [];
}
