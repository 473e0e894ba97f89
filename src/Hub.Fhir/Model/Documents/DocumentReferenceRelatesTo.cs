namespace Hub.Fhir.Model;

/// <summary>Relation to another document. FHIR R4 DocumentReferenceRelatesTo.</summary>
public sealed record DocumentReferenceRelatesTo : BackboneElement
{
    /// <summary>Replaces, transforms, signs or appends.</summary>
    [FhirElement("code", "code", Min = 1, Codes = typeof(DocumentRelationshipType))]
    public string? Code { get; init; }

    /// <summary>The other document.</summary>
    [FhirElement("target", Min = 1)]
    public Reference? Target { get; init; }
}
