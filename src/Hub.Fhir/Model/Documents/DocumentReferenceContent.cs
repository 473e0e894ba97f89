namespace Hub.Fhir.Model;

/// <summary>One format of a document. FHIR R4 DocumentReferenceContent.</summary>
public sealed record DocumentReferenceContent : BackboneElement
{
    /// <summary>Where the content is.</summary>
    [FhirElement("attachment", Min = 1)]
    public Attachment? Attachment { get; init; }

    /// <summary>Format beyond the MIME type.</summary>
    [FhirElement("format")]
    public Coding? Format { get; init; }
}
