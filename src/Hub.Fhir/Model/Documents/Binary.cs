namespace Hub.Fhir.Model;

/// <summary>Bytes in their own format. FHIR R4 Binary.</summary>
public sealed record Binary : Resource
{
    /// <summary>MIME type.</summary>
    [FhirElement("contentType", "code", Min = 1)]
    public string? ContentType { get; init; }

    /// <summary>Resource that decides who may read it.</summary>
    [FhirElement("securityContext")]
    public Reference? SecurityContext { get; init; }

    /// <summary>The bytes in base64.</summary>
    [FhirElement("data", "base64Binary")]
    public string? Data { get; init; }
}
