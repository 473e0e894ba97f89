namespace Hub.Fhir.Model;

/// <summary>A series of samples taken at a fixed pace. FHIR R4 SampledData.</summary>
public sealed record SampledData : DataType
{
    /// <summary>Zero value and unit of the samples.</summary>
    [FhirElement("origin", Min = 1)]
    public Quantity? Origin { get; init; }

    /// <summary>Milliseconds between samples.</summary>
    [FhirElement("period", Min = 1)]
    public decimal? Period { get; init; }

    /// <summary>Multiplied with each sample before the origin is added; default 1.</summary>
    [FhirElement("factor")]
    public decimal? Factor { get; init; }

    /// <summary>Lowest value that could be measured.</summary>
    [FhirElement("lowerLimit")]
    public decimal? LowerLimit { get; init; }

    /// <summary>Highest value that could be measured.</summary>
    [FhirElement("upperLimit")]
    public decimal? UpperLimit { get; init; }

    /// <summary>Samples per point in time.</summary>
    [FhirElement("dimensions", "positiveInt", Min = 1)]
    public int? Dimensions { get; init; }

    /// <summary>Decimals with single spaces between, or E, U, L.</summary>
    [FhirElement("data")]
    public string? Data { get; init; }
}
