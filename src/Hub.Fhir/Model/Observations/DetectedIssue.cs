namespace Hub.Fhir.Model;

/// <summary>A problem somebody should look at; in VKP the alert. FHIR R4 DetectedIssue.</summary>
public sealed record DetectedIssue : DomainResource
{
    /// <summary>Business identifiers.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>State of the issue.</summary>
    [FhirElement("status", "code", Min = 1, Codes = typeof(DetectedIssueStatus))]
    public string? Status { get; init; }

    /// <summary>Kind of issue; in VKP an alert code.</summary>
    [FhirElement("code")]
    public CodeableConcept? Code { get; init; }

    /// <summary>How serious it is.</summary>
    [FhirElement("severity", "code", Codes = typeof(DetectedIssueSeverity))]
    public string? Severity { get; init; }

    /// <summary>Whom it concerns.</summary>
    [FhirElement("patient")]
    public Reference? Patient { get; init; }

    /// <summary>When it was found.</summary>
    [FhirChoice("identified", "dateTime", "Period")]
    public DataType? Identified { get; init; }

    /// <summary>Who or what found it.</summary>
    [FhirElement("author")]
    public Reference? Author { get; init; }

    /// <summary>Resources the issue rests on.</summary>
    [FhirElement("implicated")]
    public FhirList<Reference> Implicated { get; init; } = [];

    /// <summary>What supports it.</summary>
    [FhirElement("evidence")]
    public FhirList<DetectedIssueEvidence> Evidence { get; init; } = [];

    /// <summary>Description for people.</summary>
    [FhirElement("detail")]
    public string? Detail { get; init; }

    /// <summary>Authority for the issue.</summary>
    [FhirElement("reference", "uri")]
    public string? Reference { get; init; }

    /// <summary>Steps taken to reduce the risk.</summary>
    [FhirElement("mitigation")]
    public FhirList<DetectedIssueMitigation> Mitigation { get; init; } = [];
}
