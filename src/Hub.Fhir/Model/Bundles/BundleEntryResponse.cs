namespace Hub.Fhir.Model;

/// <summary>The HTTP response an entry stands for. FHIR R4 BundleEntryResponse.</summary>
public sealed record BundleEntryResponse : BackboneElement
{
    /// <summary>Status code, optionally followed by text.</summary>
    [FhirElement("status", Min = 1)]
    public string? Status { get; init; }

    /// <summary>Where the resource is.</summary>
    [FhirElement("location", "uri")]
    public string? Location { get; init; }

    /// <summary>Version of the resource.</summary>
    [FhirElement("etag")]
    public string? Etag { get; init; }

    /// <summary>When the resource was changed.</summary>
    [FhirElement("lastModified", "instant")]
    public FhirDateTime? LastModified { get; init; }

    /// <summary>OperationOutcome with details.</summary>
    [FhirElement("outcome")]
    public Resource? Outcome { get; init; }
}
