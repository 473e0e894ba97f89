namespace Hub.Fhir.Model;

/// <summary>Base of the parts that are defined inside one resource.</summary>
public abstract record BackboneElement : Element
{
    /// <summary>Extensions that change the meaning of the element; a receiver that does not know one must not use the element.</summary>
    [FhirElement("modifierExtension")]
    public FhirList<Extension> ModifierExtension { get; init; } = [];
}
