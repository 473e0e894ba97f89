namespace Hub.Fhir.Model;

/// <summary>The first entry of a document; in VKP the journal note. FHIR R4 Composition.</summary>
public sealed record Composition : DomainResource
{
    /// <summary>Identifier that stays the same over versions.</summary>
    [FhirElement("identifier")]
    public Identifier? Identifier { get; init; }

    /// <summary>State of the note.</summary>
    [FhirElement("status", "code", Min = 1, Codes = typeof(CompositionStatus))]
    public string? Status { get; init; }

    /// <summary>Kind of document.</summary>
    [FhirElement("type", Min = 1)]
    public CodeableConcept? Type { get; init; }

    /// <summary>Class of document; VKP requires vkp-composition-category.</summary>
    [FhirElement("category")]
    public FhirList<CodeableConcept> Category { get; init; } = [];

    /// <summary>Whom it is about; required by VKP.</summary>
    [FhirElement("subject")]
    public Reference? Subject { get; init; }

    /// <summary>Encounter it belongs to.</summary>
    [FhirElement("encounter")]
    public Reference? Encounter { get; init; }

    /// <summary>When it was last edited.</summary>
    [FhirElement("date", Min = 1)]
    public FhirDateTime? Date { get; init; }

    /// <summary>Who wrote it.</summary>
    [FhirElement("author", Min = 1)]
    public FhirList<Reference> Author { get; init; } = [];

    /// <summary>Title for people.</summary>
    [FhirElement("title", Min = 1)]
    public string? Title { get; init; }

    /// <summary>Confidentiality class (v3 ConfidentialityClassification).</summary>
    [FhirElement("confidentiality", "code")]
    public string? Confidentiality { get; init; }

    /// <summary>Who has attested it.</summary>
    [FhirElement("attester")]
    public FhirList<CompositionAttester> Attester { get; init; } = [];

    /// <summary>Who keeps it.</summary>
    [FhirElement("custodian")]
    public Reference? Custodian { get; init; }

    /// <summary>Documents it replaces, appends and so on.</summary>
    [FhirElement("relatesTo")]
    public FhirList<CompositionRelatesTo> RelatesTo { get; init; } = [];

    /// <summary>What happened and when; in VKP the time line.</summary>
    [FhirElement("event")]
    public FhirList<CompositionEvent> Event { get; init; } = [];

    /// <summary>The text, in sections.</summary>
    [FhirElement("section")]
    public FhirList<CompositionSection> Section { get; init; } = [];
}
