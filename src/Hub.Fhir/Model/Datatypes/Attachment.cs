namespace Hub.Fhir.Model;

/// <summary>A file, inline or by address. FHIR R4 Attachment.</summary>
public sealed record Attachment : DataType
{
    /// <summary>MIME type, charset included.</summary>
    [FhirElement("contentType", "code")]
    public string? ContentType { get; init; }

    /// <summary>Language of the content (BCP 47).</summary>
    [FhirElement("language", "code")]
    public string? Language { get; init; }

    /// <summary>The bytes in base64.</summary>
    [FhirElement("data", "base64Binary")]
    public string? Data { get; init; }

    /// <summary>Where the bytes are.</summary>
    [FhirElement("url", "url")]
    public string? Url { get; init; }

    /// <summary>Number of bytes before base64.</summary>
    [FhirElement("size", "unsignedInt")]
    public int? Size { get; init; }

    /// <summary>SHA-1 of the bytes in base64.</summary>
    [FhirElement("hash", "base64Binary")]
    public string? Hash { get; init; }

    /// <summary>Label for people.</summary>
    [FhirElement("title")]
    public string? Title { get; init; }

    /// <summary>When the content was made.</summary>
    [FhirElement("creation")]
    public FhirDateTime? Creation { get; init; }
}
