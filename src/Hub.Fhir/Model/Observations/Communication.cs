namespace Hub.Fhir.Model;

/// <summary>Something that was told to somebody. FHIR R4 Communication.</summary>
public sealed record Communication : DomainResource
{
    /// <summary>Business identifiers.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>Protocols it follows.</summary>
    [FhirElement("instantiatesCanonical", "canonical")]
    public FhirList<string> InstantiatesCanonical { get; init; } = [];

    /// <summary>External protocols it follows.</summary>
    [FhirElement("instantiatesUri", "uri")]
    public FhirList<string> InstantiatesUri { get; init; } = [];

    /// <summary>Request it fulfils.</summary>
    [FhirElement("basedOn")]
    public FhirList<Reference> BasedOn { get; init; } = [];

    /// <summary>Larger event it belongs to.</summary>
    [FhirElement("partOf")]
    public FhirList<Reference> PartOf { get; init; } = [];

    /// <summary>Communication it answers.</summary>
    [FhirElement("inResponseTo")]
    public FhirList<Reference> InResponseTo { get; init; } = [];

    /// <summary>State of the communication.</summary>
    [FhirElement("status", "code", Min = 1, Codes = typeof(EventStatus))]
    public string? Status { get; init; }

    /// <summary>Reason for the state.</summary>
    [FhirElement("statusReason")]
    public CodeableConcept? StatusReason { get; init; }

    /// <summary>Kinds of message, such as alert.</summary>
    [FhirElement("category")]
    public FhirList<CodeableConcept> Category { get; init; } = [];

    /// <summary>How urgent it is.</summary>
    [FhirElement("priority", "code", Codes = typeof(RequestPriority))]
    public string? Priority { get; init; }

    /// <summary>Channels it went through.</summary>
    [FhirElement("medium")]
    public FhirList<CodeableConcept> Medium { get; init; } = [];

    /// <summary>Whom it is about.</summary>
    [FhirElement("subject")]
    public Reference? Subject { get; init; }

    /// <summary>What it is about.</summary>
    [FhirElement("topic")]
    public CodeableConcept? Topic { get; init; }

    /// <summary>Resources it is about.</summary>
    [FhirElement("about")]
    public FhirList<Reference> About { get; init; } = [];

    /// <summary>Encounter it was made in.</summary>
    [FhirElement("encounter")]
    public Reference? Encounter { get; init; }

    /// <summary>When it was sent.</summary>
    [FhirElement("sent")]
    public FhirDateTime? Sent { get; init; }

    /// <summary>When it was received.</summary>
    [FhirElement("received")]
    public FhirDateTime? Received { get; init; }

    /// <summary>Who got it.</summary>
    [FhirElement("recipient")]
    public FhirList<Reference> Recipient { get; init; } = [];

    /// <summary>Who or what sent it.</summary>
    [FhirElement("sender")]
    public Reference? Sender { get; init; }

    /// <summary>Why, as codes.</summary>
    [FhirElement("reasonCode")]
    public FhirList<CodeableConcept> ReasonCode { get; init; } = [];

    /// <summary>Why, as resources.</summary>
    [FhirElement("reasonReference")]
    public FhirList<Reference> ReasonReference { get; init; } = [];

    /// <summary>What was communicated.</summary>
    [FhirElement("payload")]
    public FhirList<CommunicationPayload> Payload { get; init; } = [];

    /// <summary>Comments.</summary>
    [FhirElement("note")]
    public FhirList<Annotation> Note { get; init; } = [];
}
