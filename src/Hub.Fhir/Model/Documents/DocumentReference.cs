namespace Hub.Fhir.Model;

/// <summary>Facts about a document and where it is. FHIR R4 DocumentReference.</summary>
public sealed record DocumentReference : DomainResource
{
    /// <summary>Identifier of this version of the document.</summary>
    [FhirElement("masterIdentifier")]
    public Identifier? MasterIdentifier { get; init; }

    /// <summary>Other identifiers.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>State of the reference.</summary>
    [FhirElement("status", "code", Min = 1, Codes = typeof(DocumentReferenceStatus))]
    public string? Status { get; init; }

    /// <summary>State of the document.</summary>
    [FhirElement("docStatus", "code", Codes = typeof(CompositionStatus))]
    public string? DocStatus { get; init; }

    /// <summary>Kind of document.</summary>
    [FhirElement("type")]
    public CodeableConcept? Type { get; init; }

    /// <summary>Class of document.</summary>
    [FhirElement("category")]
    public FhirList<CodeableConcept> Category { get; init; } = [];

    /// <summary>Whom it is about.</summary>
    [FhirElement("subject")]
    public Reference? Subject { get; init; }

    /// <summary>When the reference was made.</summary>
    [FhirElement("date", "instant")]
    public FhirDateTime? Date { get; init; }

    /// <summary>Who wrote the document.</summary>
    [FhirElement("author")]
    public FhirList<Reference> Author { get; init; } = [];

    /// <summary>Who authenticated it.</summary>
    [FhirElement("authenticator")]
    public Reference? Authenticator { get; init; }

    /// <summary>Who keeps it.</summary>
    [FhirElement("custodian")]
    public Reference? Custodian { get; init; }

    /// <summary>Relations to other documents.</summary>
    [FhirElement("relatesTo")]
    public FhirList<DocumentReferenceRelatesTo> RelatesTo { get; init; } = [];

    /// <summary>Text for people.</summary>
    [FhirElement("description")]
    public string? Description { get; init; }

    /// <summary>Security labels.</summary>
    [FhirElement("securityLabel")]
    public FhirList<CodeableConcept> SecurityLabel { get; init; } = [];

    /// <summary>The document itself, in one or more formats.</summary>
    [FhirElement("content", Min = 1)]
    public FhirList<DocumentReferenceContent> Content { get; init; } = [];

    /// <summary>Clinical context.</summary>
    [FhirElement("context")]
    public DocumentReferenceContext? Context { get; init; }
}
