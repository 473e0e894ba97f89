namespace Hub.Fhir.Model;

/// <summary>Telephone number, e-mail address or the like. FHIR R4 ContactPoint.</summary>
public sealed record ContactPoint : DataType
{
    /// <summary>Kind of channel.</summary>
    [FhirElement("system", "code", Codes = typeof(ContactPointSystem))]
    public string? System { get; init; }

    /// <summary>Number or address.</summary>
    [FhirElement("value")]
    public string? Value { get; init; }

    /// <summary>Purpose of the contact point.</summary>
    [FhirElement("use", "code", Codes = typeof(ContactPointUse))]
    public string? Use { get; init; }

    /// <summary>Order of preference, 1 first.</summary>
    [FhirElement("rank", "positiveInt")]
    public int? Rank { get; init; }

    /// <summary>When it was in use.</summary>
    [FhirElement("period")]
    public Period? Period { get; init; }
}
