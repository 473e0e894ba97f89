namespace Hub.Fhir.Model;

/// <summary>A pointer to another resource: literal (URL), logical (identifier), or both. FHIR R4 Reference.</summary>
public sealed record Reference : DataType
{
    /// <summary>Literal reference: relative or absolute URL, a urn:uuid of the same Bundle, or '#id' of a contained resource.</summary>
    [FhirElement("reference")]
    public string? Target { get; init; }

    /// <summary>Resource type that is pointed at, for example Patient.</summary>
    [FhirElement("type", "uri")]
    public string? Type { get; init; }

    /// <summary>Logical reference: the business identifier of the target.</summary>
    [FhirElement("identifier")]
    public Identifier? Identifier { get; init; }

    /// <summary>Text for people in place of the target.</summary>
    [FhirElement("display")]
    public string? Display { get; init; }
}
