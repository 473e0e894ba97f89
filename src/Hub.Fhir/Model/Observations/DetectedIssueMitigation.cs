namespace Hub.Fhir.Model;

/// <summary>A step taken because of a DetectedIssue. FHIR R4 DetectedIssueMitigation.</summary>
public sealed record DetectedIssueMitigation : BackboneElement
{
    /// <summary>What was done.</summary>
    [FhirElement("action", Min = 1)]
    public CodeableConcept? Action { get; init; }

    /// <summary>When.</summary>
    [FhirElement("date")]
    public FhirDateTime? Date { get; init; }

    /// <summary>Who.</summary>
    [FhirElement("author")]
    public Reference? Author { get; init; }
}
