namespace Hub.Fhir.Model;

/// <summary>A warning that stands on a patient for a time. FHIR R4 Flag.</summary>
public sealed record Flag : DomainResource
{
    /// <summary>Business identifiers.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>State of the warning.</summary>
    [FhirElement("status", "code", Min = 1, Codes = typeof(FlagStatus))]
    public string? Status { get; init; }

    /// <summary>Kinds of warning.</summary>
    [FhirElement("category")]
    public FhirList<CodeableConcept> Category { get; init; } = [];

    /// <summary>What is warned of, in codes or words.</summary>
    [FhirElement("code", Min = 1)]
    public CodeableConcept? Code { get; init; }

    /// <summary>Whom it concerns.</summary>
    [FhirElement("subject", Min = 1)]
    public Reference? Subject { get; init; }

    /// <summary>From when to when it stands.</summary>
    [FhirElement("period")]
    public Period? Period { get; init; }

    /// <summary>Encounter it is relevant in.</summary>
    [FhirElement("encounter")]
    public Reference? Encounter { get; init; }

    /// <summary>Who or what raised it.</summary>
    [FhirElement("author")]
    public Reference? Author { get; init; }
}
