namespace Hub.Fhir.Model;

/// <summary>A measurement, a score or another finding about a patient. FHIR R4 Observation.</summary>
public sealed record Observation : DomainResource
{
    /// <summary>Business identifiers.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>Plan or order it fulfils.</summary>
    [FhirElement("basedOn")]
    public FhirList<Reference> BasedOn { get; init; } = [];

    /// <summary>Larger event it belongs to.</summary>
    [FhirElement("partOf")]
    public FhirList<Reference> PartOf { get; init; } = [];

    /// <summary>State of the result.</summary>
    [FhirElement("status", "code", Min = 1, Codes = typeof(ObservationStatus))]
    public string? Status { get; init; }

    /// <summary>Kind of observation, such as vital-signs.</summary>
    [FhirElement("category")]
    public FhirList<CodeableConcept> Category { get; init; } = [];

    /// <summary>What was observed.</summary>
    [FhirElement("code", Min = 1)]
    public CodeableConcept? Code { get; init; }

    /// <summary>Whom it is about.</summary>
    [FhirElement("subject")]
    public Reference? Subject { get; init; }

    /// <summary>What it is about when that is not the subject.</summary>
    [FhirElement("focus")]
    public FhirList<Reference> Focus { get; init; } = [];

    /// <summary>Encounter it was made in.</summary>
    [FhirElement("encounter")]
    public Reference? Encounter { get; init; }

    /// <summary>When the value was true for the patient.</summary>
    [FhirChoice("effective", "dateTime", "Period", "Timing", "instant")]
    public DataType? Effective { get; init; }

    /// <summary>When this version was made available.</summary>
    [FhirElement("issued", "instant")]
    public FhirDateTime? Issued { get; init; }

    /// <summary>Who is responsible.</summary>
    [FhirElement("performer")]
    public FhirList<Reference> Performer { get; init; } = [];

    /// <summary>The result.</summary>
    [FhirChoice("value",
        "Quantity", "CodeableConcept", "string", "boolean", "integer", "Range", "Ratio", "SampledData", "time",
        "dateTime", "Period")]
    public DataType? Value { get; init; }

    /// <summary>Why there is no result.</summary>
    [FhirElement("dataAbsentReason")]
    public CodeableConcept? DataAbsentReason { get; init; }

    /// <summary>Assessment such as high or low.</summary>
    [FhirElement("interpretation")]
    public FhirList<CodeableConcept> Interpretation { get; init; } = [];

    /// <summary>Comments.</summary>
    [FhirElement("note")]
    public FhirList<Annotation> Note { get; init; } = [];

    /// <summary>Where on the body.</summary>
    [FhirElement("bodySite")]
    public CodeableConcept? BodySite { get; init; }

    /// <summary>How it was done.</summary>
    [FhirElement("method")]
    public CodeableConcept? Method { get; init; }

    /// <summary>Specimen used.</summary>
    [FhirElement("specimen")]
    public Reference? Specimen { get; init; }

    /// <summary>Device used.</summary>
    [FhirElement("device")]
    public Reference? Device { get; init; }

    /// <summary>Ranges to compare the value with; in home follow-up the patient's thresholds.</summary>
    [FhirElement("referenceRange")]
    public FhirList<ObservationReferenceRange> ReferenceRange { get; init; } = [];

    /// <summary>Members of a panel.</summary>
    [FhirElement("hasMember")]
    public FhirList<Reference> HasMember { get; init; } = [];

    /// <summary>What the value was worked out from.</summary>
    [FhirElement("derivedFrom")]
    public FhirList<Reference> DerivedFrom { get; init; } = [];

    /// <summary>Parts of the result, such as systolic and diastolic.</summary>
    [FhirElement("component")]
    public FhirList<ObservationComponent> Component { get; init; } = [];
}
