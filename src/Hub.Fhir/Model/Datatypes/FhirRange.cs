namespace Hub.Fhir.Model;

/// <summary>An interval of amounts; a bound that is missing is open. FHIR R4 Range.</summary>
[FhirTypeName("Range")]
public sealed record FhirRange : DataType
{
    /// <summary>Lower bound, inclusive.</summary>
    [FhirElement("low")]
    public Quantity? Low { get; init; }

    /// <summary>Upper bound, inclusive.</summary>
    [FhirElement("high")]
    public Quantity? High { get; init; }
}
