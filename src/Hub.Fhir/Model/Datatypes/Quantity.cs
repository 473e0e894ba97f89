namespace Hub.Fhir.Model;

/// <summary>A measured amount with its unit. FHIR R4 Quantity.</summary>
public sealed record Quantity : DataType
{
    /// <summary>The number, with the digits that were written.</summary>
    [FhirElement("value")]
    public decimal? Value { get; init; }

    /// <summary>Set when the value is only a bound, such as less than.</summary>
    [FhirElement("comparator", "code", Codes = typeof(QuantityComparator))]
    public string? Comparator { get; init; }

    /// <summary>Unit as people read it.</summary>
    [FhirElement("unit")]
    public string? Unit { get; init; }

    /// <summary>System of the coded unit; UCUM is http://unitsofmeasure.org.</summary>
    [FhirElement("system", "uri")]
    public string? System { get; init; }

    /// <summary>Unit as the system writes it.</summary>
    [FhirElement("code", "code")]
    public string? Code { get; init; }
}
