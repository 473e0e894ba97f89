namespace Hub.Fhir.Model;

/// <summary>One answer to a question. FHIR R4 QuestionnaireResponseAnswer.</summary>
public sealed record QuestionnaireResponseAnswer : BackboneElement
{
    /// <summary>The answer.</summary>
    [FhirChoice("value",
        "boolean", "decimal", "integer", "date", "dateTime", "time", "string", "uri", "Attachment", "Coding",
        "Quantity", "Reference")]
    public DataType? Value { get; init; }

    /// <summary>Items that depend on the answer.</summary>
    [FhirElement("item")]
    public FhirList<QuestionnaireResponseItem> Item { get; init; } = [];
}
