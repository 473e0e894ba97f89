namespace Hub.Fhir.Model;

/// <summary>One parameter: a value, a resource or parts (inv-1). FHIR R4 Parameters.parameter.</summary>
public sealed record ParametersParameter : BackboneElement
{
    /// <summary>Name from the definition of the operation.</summary>
    [FhirElement("name", Min = 1)]
    public string? Name { get; init; }

    /// <summary>Its value; types that are not listed are kept in <see cref="FhirNode.Rest"/>.</summary>
    [FhirChoice("value",
        "string", "boolean", "integer", "decimal", "code", "uri", "dateTime", "date", "instant", "CodeableConcept", "Coding",
        "Quantity", "Reference", "Identifier", "Period", "Range")]
    public DataType? Value { get; init; }

    /// <summary>A whole resource.</summary>
    [FhirElement("resource")]
    public Resource? Resource { get; init; }

    /// <summary>Named parts.</summary>
    [FhirElement("part")]
    public FhirList<ParametersParameter> Part { get; init; } = [];
}
