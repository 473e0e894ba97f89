namespace Hub.Fhir.Model;

/// <summary>A piece of what was communicated. FHIR R4 CommunicationPayload.</summary>
public sealed record CommunicationPayload : BackboneElement
{
    /// <summary>The content.</summary>
    [FhirChoice("content", "string", "Attachment", "Reference")]
    public DataType? Content { get; init; }
}
