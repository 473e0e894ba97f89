namespace Hub.Fhir.Model;

/// <summary>One who took part in an activity. FHIR R4 ProvenanceAgent.</summary>
public sealed record ProvenanceAgent : BackboneElement
{
    /// <summary>How the agent took part.</summary>
    [FhirElement("type")]
    public CodeableConcept? Type { get; init; }

    /// <summary>Roles of the agent.</summary>
    [FhirElement("role")]
    public FhirList<CodeableConcept> Role { get; init; } = [];

    /// <summary>The agent.</summary>
    [FhirElement("who", Min = 1)]
    public Reference? Who { get; init; }

    /// <summary>Whom the agent represented.</summary>
    [FhirElement("onBehalfOf")]
    public Reference? OnBehalfOf { get; init; }
}
