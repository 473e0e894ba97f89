namespace Hub.Fhir.Model;

/// <summary>A link of a Bundle, for example to the next page. FHIR R4 BundleLink.</summary>
public sealed record BundleLink : BackboneElement
{
    /// <summary>Kind of link (IANA name).</summary>
    [FhirElement("relation", Min = 1)]
    public string? Relation { get; init; }

    /// <summary>Address.</summary>
    [FhirElement("url", "uri", Min = 1)]
    public string? Url { get; init; }
}
