namespace Hub.Fhir.Model;

/// <summary>An addition to FHIR, named by a URL; it has a value or nested extensions (ext-1). FHIR R4 Extension.</summary>
public sealed record Extension : DataType
{
    /// <summary>Which extension this is.</summary>
    [FhirElement("url", "uri", Min = 1)]
    public string? Url { get; init; }

    /// <summary>Its value; types that are not listed are kept in <see cref="FhirNode.Rest"/>.</summary>
    [FhirChoice("value",
        "string", "boolean", "integer", "decimal", "code", "uri", "url", "canonical", "markdown", "id", "oid", "uuid",
        "base64Binary", "time", "dateTime", "date", "instant", "positiveInt", "unsignedInt", "CodeableConcept", "Coding",
        "Quantity", "Reference", "Identifier", "Period", "Range", "Ratio", "Attachment", "Annotation", "HumanName",
        "Address", "ContactPoint", "Age", "Duration", "SampledData", "Timing", "Signature", "Meta")]
    public DataType? Value { get; init; }
}
