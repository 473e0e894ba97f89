namespace Hub.Fhir.Model;

/// <summary>An age with its unit. FHIR R4 Age.</summary>
public sealed record Age : DataType
{
    /// <summary>The number, with the digits that were written.</summary>
    [FhirElement("value")]
    public decimal? Value { get; init; }

    /// <summary>Set when the value is only a bound.</summary>
    [FhirElement("comparator", "code", Codes = typeof(QuantityComparator))]
    public string? Comparator { get; init; }

    /// <summary>Unit as people read it.</summary>
    [FhirElement("unit")]
    public string? Unit { get; init; }

    /// <summary>System of the coded unit.</summary>
    [FhirElement("system", "uri")]
    public string? System { get; init; }

    /// <summary>Unit of time as UCUM writes it.</summary>
    [FhirElement("code", "code")]
    public string? Code { get; init; }
}
