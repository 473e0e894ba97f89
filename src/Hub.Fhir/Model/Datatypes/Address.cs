namespace Hub.Fhir.Model;

/// <summary>A postal or physical address. FHIR R4 Address.</summary>
public sealed record Address : DataType
{
    /// <summary>Purpose of the address.</summary>
    [FhirElement("use", "code", Codes = typeof(AddressUse))]
    public string? Use { get; init; }

    /// <summary>Postal, physical or both.</summary>
    [FhirElement("type", "code", Codes = typeof(AddressType))]
    public string? Type { get; init; }

    /// <summary>The whole address as it is displayed.</summary>
    [FhirElement("text")]
    public string? Text { get; init; }

    /// <summary>Street, number, box and the like, in order.</summary>
    [FhirElement("line")]
    public FhirList<string> Line { get; init; } = [];

    /// <summary>Town.</summary>
    [FhirElement("city")]
    public string? City { get; init; }

    /// <summary>District or municipality.</summary>
    [FhirElement("district")]
    public string? District { get; init; }

    /// <summary>County.</summary>
    [FhirElement("state")]
    public string? State { get; init; }

    /// <summary>Postal code as text.</summary>
    [FhirElement("postalCode")]
    public string? PostalCode { get; init; }

    /// <summary>Country, a name or an ISO 3166 code.</summary>
    [FhirElement("country")]
    public string? Country { get; init; }

    /// <summary>When the address was in use.</summary>
    [FhirElement("period")]
    public Period? Period { get; init; }
}
