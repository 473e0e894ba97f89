namespace Hub.Fhir.Model;

/// <summary>Relation to another document. FHIR R4 CompositionRelatesTo.</summary>
public sealed record CompositionRelatesTo : BackboneElement
{
    /// <summary>Replaces, transforms, signs or appends.</summary>
    [FhirElement("code", "code", Min = 1, Codes = typeof(DocumentRelationshipType))]
    public string? Code { get; init; }

    /// <summary>The other document.</summary>
    [FhirChoice("target", "Identifier", "Reference", Min = 1)]
    public DataType? Target { get; init; }
}
