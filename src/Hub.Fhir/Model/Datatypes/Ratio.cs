namespace Hub.Fhir.Model;

/// <summary>One amount relative to another. FHIR R4 Ratio.</summary>
public sealed record Ratio : DataType
{
    /// <summary>Amount above the line.</summary>
    [FhirElement("numerator")]
    public Quantity? Numerator { get; init; }

    /// <summary>Amount below the line.</summary>
    [FhirElement("denominator")]
    public Quantity? Denominator { get; init; }
}
