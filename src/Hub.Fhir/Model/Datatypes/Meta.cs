namespace Hub.Fhir.Model;

/// <summary>Facts about the resource as it is stored. FHIR R4 Meta.</summary>
public sealed record Meta : DataType
{
    /// <summary>Version of the resource on its server.</summary>
    [FhirElement("versionId", "id")]
    public string? VersionId { get; init; }

    /// <summary>When that version came to be.</summary>
    [FhirElement("lastUpdated", "instant")]
    public FhirDateTime? LastUpdated { get; init; }

    /// <summary>Where the resource came from.</summary>
    [FhirElement("source", "uri")]
    public string? Source { get; init; }

    /// <summary>Profiles the resource claims to follow.</summary>
    [FhirElement("profile", "canonical")]
    public FhirList<string> Profile { get; init; } = [];

    /// <summary>Security labels.</summary>
    [FhirElement("security")]
    public FhirList<Coding> Security { get; init; } = [];

    /// <summary>Tags for processes and workflow.</summary>
    [FhirElement("tag")]
    public FhirList<Coding> Tag { get; init; } = [];
}
