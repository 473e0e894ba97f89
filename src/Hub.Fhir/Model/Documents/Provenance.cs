namespace Hub.Fhir.Model;

/// <summary>Who made or changed what, and why. FHIR R4 Provenance.</summary>
public sealed record Provenance : DomainResource
{
    /// <summary>What it is about.</summary>
    [FhirElement("target", Min = 1)]
    public FhirList<Reference> Target { get; init; } = [];

    /// <summary>When the activity happened.</summary>
    [FhirChoice("occurred", "Period", "dateTime")]
    public DataType? Occurred { get; init; }

    /// <summary>When it was recorded.</summary>
    [FhirElement("recorded", "instant", Min = 1)]
    public FhirDateTime? Recorded { get; init; }

    /// <summary>Policies it happened under.</summary>
    [FhirElement("policy", "uri")]
    public FhirList<string> Policy { get; init; } = [];

    /// <summary>Where.</summary>
    [FhirElement("location")]
    public Reference? Location { get; init; }

    /// <summary>Why.</summary>
    [FhirElement("reason")]
    public FhirList<CodeableConcept> Reason { get; init; } = [];

    /// <summary>What was done.</summary>
    [FhirElement("activity")]
    public CodeableConcept? Activity { get; init; }

    /// <summary>Who took part.</summary>
    [FhirElement("agent", Min = 1)]
    public FhirList<ProvenanceAgent> Agent { get; init; } = [];

    /// <summary>What was used.</summary>
    [FhirElement("entity")]
    public FhirList<ProvenanceEntity> Entity { get; init; } = [];

    /// <summary>Signatures on the target.</summary>
    [FhirElement("signature")]
    public FhirList<Signature> Signature { get; init; } = [];
}
