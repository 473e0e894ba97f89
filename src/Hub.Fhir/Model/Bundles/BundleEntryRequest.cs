namespace Hub.Fhir.Model;

/// <summary>The HTTP request an entry stands for. FHIR R4 BundleEntryRequest.</summary>
public sealed record BundleEntryRequest : BackboneElement
{
    /// <summary>HTTP method.</summary>
    [FhirElement("method", "code", Min = 1, Codes = typeof(HttpVerb))]
    public string? Method { get; init; }

    /// <summary>URL relative to the base of the server.</summary>
    [FhirElement("url", "uri", Min = 1)]
    public string? Url { get; init; }

    /// <summary>Precondition for a read.</summary>
    [FhirElement("ifNoneMatch")]
    public string? IfNoneMatch { get; init; }

    /// <summary>Precondition for a read.</summary>
    [FhirElement("ifModifiedSince", "instant")]
    public FhirDateTime? IfModifiedSince { get; init; }

    /// <summary>Precondition for an update: the version it builds on.</summary>
    [FhirElement("ifMatch")]
    public string? IfMatch { get; init; }

    /// <summary>Precondition for a create: search parameters that must match nothing.</summary>
    [FhirElement("ifNoneExist")]
    public string? IfNoneExist { get; init; }
}
