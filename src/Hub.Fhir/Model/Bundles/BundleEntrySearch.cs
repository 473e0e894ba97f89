namespace Hub.Fhir.Model;

/// <summary>Facts about a search hit. FHIR R4 BundleEntrySearch.</summary>
public sealed record BundleEntrySearch : BackboneElement
{
    /// <summary>Match, include or outcome.</summary>
    [FhirElement("mode", "code", Codes = typeof(SearchEntryMode))]
    public string? Mode { get; init; }

    /// <summary>Rank between 0 and 1.</summary>
    [FhirElement("score")]
    public decimal? Score { get; init; }
}
