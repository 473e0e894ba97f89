namespace Hub.Fhir.Model;

/// <summary>A container of resources: document, batch, transaction, collection, search result. FHIR R4 Bundle.</summary>
public sealed record Bundle : Resource
{
    /// <summary>Persistent identifier; required for a document (bdl-9).</summary>
    [FhirElement("identifier")]
    public Identifier? Identifier { get; init; }

    /// <summary>What the Bundle is for.</summary>
    [FhirElement("type", "code", Min = 1, Codes = typeof(BundleType))]
    public string? Type { get; init; }

    /// <summary>When it was assembled; required for a document (bdl-10).</summary>
    [FhirElement("timestamp", "instant")]
    public FhirDateTime? Timestamp { get; init; }

    /// <summary>Number of matches, only in search results and history.</summary>
    [FhirElement("total", "unsignedInt")]
    public int? Total { get; init; }

    /// <summary>Links such as self and next.</summary>
    [FhirElement("link")]
    public FhirList<BundleLink> Link { get; init; } = [];

    /// <summary>The content.</summary>
    [FhirElement("entry")]
    public FhirList<BundleEntry> Entry { get; init; } = [];

    /// <summary>Signature over the Bundle.</summary>
    [FhirElement("signature")]
    public Signature? Signature { get; init; }
}
