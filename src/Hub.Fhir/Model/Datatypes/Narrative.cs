namespace Hub.Fhir.Model;

/// <summary>Text for people, as XHTML. FHIR R4 Narrative.</summary>
public sealed record Narrative : DataType
{
    /// <summary>How the text relates to the structured data.</summary>
    [FhirElement("status", "code", Min = 1, Codes = typeof(NarrativeStatus))]
    public string? Status { get; init; }

    /// <summary>One div element in the XHTML namespace, as text.</summary>
    [FhirElement("div", "xhtml", Min = 1)]
    public string? Div { get; init; }
}
