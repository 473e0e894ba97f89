namespace Hub.Fhir.Model;

/// <summary>What went well or wrong with a request. FHIR R4 OperationOutcome.</summary>
public sealed record OperationOutcome : DomainResource
{
    /// <summary>One entry per finding.</summary>
    [FhirElement("issue", Min = 1)]
    public FhirList<OperationOutcomeIssue> Issue { get; init; } = [];
}
