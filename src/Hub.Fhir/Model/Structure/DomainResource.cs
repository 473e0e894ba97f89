namespace Hub.Fhir.Model;

/// <summary>Base of resources that may hold narrative, contained resources and extensions.</summary>
public abstract record DomainResource : Resource
{
    /// <summary>The resource as text for people.</summary>
    [FhirElement("text")]
    public Narrative? Text { get; init; }

    /// <summary>Resources that have no life of their own; referred to by '#id'.</summary>
    [FhirElement("contained")]
    public FhirList<Resource> Contained { get; init; } = [];

    /// <summary>Extensions.</summary>
    [FhirElement("extension")]
    public FhirList<Extension> Extension { get; init; } = [];

    /// <summary>Extensions that change the meaning of the resource.</summary>
    [FhirElement("modifierExtension")]
    public FhirList<Extension> ModifierExtension { get; init; } = [];
}
