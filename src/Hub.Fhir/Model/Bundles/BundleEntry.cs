namespace Hub.Fhir.Model;

/// <summary>One entry of a Bundle. FHIR R4 BundleEntry.</summary>
public sealed record BundleEntry : BackboneElement
{
    /// <summary>Links of this entry.</summary>
    [FhirElement("link")]
    public FhirList<BundleLink> Link { get; init; } = [];

    /// <summary>Absolute URL or urn:uuid of the resource, unique in the Bundle (bdl-7).</summary>
    [FhirElement("fullUrl", "uri")]
    public string? FullUrl { get; init; }

    /// <summary>The resource itself.</summary>
    [FhirElement("resource")]
    public Resource? Resource { get; init; }

    /// <summary>Why the entry is in a search result.</summary>
    [FhirElement("search")]
    public BundleEntrySearch? Search { get; init; }

    /// <summary>What to do with the entry, in a batch or transaction.</summary>
    [FhirElement("request")]
    public BundleEntryRequest? Request { get; init; }

    /// <summary>What was done with the entry, in a response.</summary>
    [FhirElement("response")]
    public BundleEntryResponse? Response { get; init; }
}
