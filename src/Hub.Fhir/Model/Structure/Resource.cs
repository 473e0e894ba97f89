namespace Hub.Fhir.Model;

/// <summary>Base of all resources.</summary>
public abstract record Resource : FhirNode
{
    /// <summary>Logical id on the server or, in contained resources, within the container.</summary>
    [FhirElement("id", "id")]
    public string? Id { get; init; }

    /// <summary>Facts about the stored resource: profiles, tags, version.</summary>
    [FhirElement("meta")]
    public Meta? Meta { get; init; }

    /// <summary>Rules the content was made under; a receiver that does not know them must not use it.</summary>
    [FhirElement("implicitRules", "uri")]
    public string? ImplicitRules { get; init; }

    /// <summary>Language of the content (BCP 47).</summary>
    [FhirElement("language", "code")]
    public string? Language { get; init; }
}
