namespace Hub.Fhir.Model;

/// <summary>One finding. FHIR R4 OperationOutcomeIssue.</summary>
public sealed record OperationOutcomeIssue : BackboneElement
{
    /// <summary>How serious it is.</summary>
    [FhirElement("severity", "code", Min = 1, Codes = typeof(IssueSeverity))]
    public string? Severity { get; init; }

    /// <summary>Kind of finding.</summary>
    [FhirElement("code", "code", Min = 1, Codes = typeof(IssueType))]
    public string? Code { get; init; }

    /// <summary>Finding as code and text.</summary>
    [FhirElement("details")]
    public CodeableConcept? Details { get; init; }

    /// <summary>Text for those who look into it.</summary>
    [FhirElement("diagnostics")]
    public string? Diagnostics { get; init; }

    /// <summary>Where (old form).</summary>
    [FhirElement("location")]
    public FhirList<string> Location { get; init; } = [];

    /// <summary>Where, as FHIRPath.</summary>
    [FhirElement("expression")]
    public FhirList<string> Expression { get; init; } = [];
}
