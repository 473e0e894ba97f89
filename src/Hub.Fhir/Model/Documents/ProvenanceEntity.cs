namespace Hub.Fhir.Model;

/// <summary>Something used in an activity. FHIR R4 ProvenanceEntity.</summary>
public sealed record ProvenanceEntity : BackboneElement
{
    /// <summary>Derivation, revision, quotation, source or removal.</summary>
    [FhirElement("role", "code", Min = 1, Codes = typeof(ProvenanceEntityRole))]
    public string? Role { get; init; }

    /// <summary>The thing.</summary>
    [FhirElement("what", Min = 1)]
    public Reference? What { get; init; }

    /// <summary>Who is tied to it.</summary>
    [FhirElement("agent")]
    public FhirList<ProvenanceAgent> Agent { get; init; } = [];
}
