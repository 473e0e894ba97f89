namespace Hub.Fhir.Model;

/// <summary>Base of all parts of a resource.</summary>
public abstract record Element : FhirNode
{
    /// <summary>Id inside the resource, for links within it.</summary>
    [FhirElement("id")]
    public string? Id { get; init; }

    /// <summary>Extensions.</summary>
    [FhirElement("extension")]
    public FhirList<Extension> Extension { get; init; } = [];
}
