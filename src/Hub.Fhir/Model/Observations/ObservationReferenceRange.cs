namespace Hub.Fhir.Model;

/// <summary>A range to compare a value with. FHIR R4 ObservationReferenceRange.</summary>
public sealed record ObservationReferenceRange : BackboneElement
{
    /// <summary>Lower bound, inclusive.</summary>
    [FhirElement("low")]
    public Quantity? Low { get; init; }

    /// <summary>Upper bound, inclusive.</summary>
    [FhirElement("high")]
    public Quantity? High { get; init; }

    /// <summary>Meaning of the range, such as normal or treatment goal.</summary>
    [FhirElement("type")]
    public CodeableConcept? Type { get; init; }

    /// <summary>Population it applies to.</summary>
    [FhirElement("appliesTo")]
    public FhirList<CodeableConcept> AppliesTo { get; init; } = [];

    /// <summary>Age it applies to.</summary>
    [FhirElement("age")]
    public FhirRange? Age { get; init; }

    /// <summary>The range as text.</summary>
    [FhirElement("text")]
    public string? Text { get; init; }
}
