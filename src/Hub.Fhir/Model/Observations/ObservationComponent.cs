namespace Hub.Fhir.Model;

/// <summary>One part of a result. FHIR R4 ObservationComponent.</summary>
public sealed record ObservationComponent : BackboneElement
{
    /// <summary>What the part is.</summary>
    [FhirElement("code", Min = 1)]
    public CodeableConcept? Code { get; init; }

    /// <summary>Value of the part.</summary>
    [FhirChoice("value",
        "Quantity", "CodeableConcept", "string", "boolean", "integer", "Range", "Ratio", "SampledData", "time",
        "dateTime", "Period")]
    public DataType? Value { get; init; }

    /// <summary>Why there is no value.</summary>
    [FhirElement("dataAbsentReason")]
    public CodeableConcept? DataAbsentReason { get; init; }

    /// <summary>Assessment of the part.</summary>
    [FhirElement("interpretation")]
    public FhirList<CodeableConcept> Interpretation { get; init; } = [];

    /// <summary>Ranges for the part.</summary>
    [FhirElement("referenceRange")]
    public FhirList<ObservationReferenceRange> ReferenceRange { get; init; } = [];
}
