namespace Hub.Fhir.Model;

/// <summary>When something is to happen, one or many times. FHIR R4 Timing.</summary>
public sealed record Timing : DataType
{
    /// <summary>Fixed times.</summary>
    [FhirElement("event")]
    public FhirList<FhirDateTime> Event { get; init; } = [];

    /// <summary>Rule for times that repeat.</summary>
    [FhirElement("repeat")]
    public TimingRepeat? Repeat { get; init; }

    /// <summary>A named schedule.</summary>
    [FhirElement("code")]
    public CodeableConcept? Code { get; init; }
}
