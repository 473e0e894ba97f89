namespace Hub.Fhir.Model;

/// <summary>A span of time; an end that is missing is open. FHIR R4 Period.</summary>
public sealed record Period : DataType
{
    /// <summary>First instant, inclusive.</summary>
    [FhirElement("start")]
    public FhirDateTime? Start { get; init; }

    /// <summary>Last instant, inclusive.</summary>
    [FhirElement("end")]
    public FhirDateTime? End { get; init; }
}
