namespace Hub.Fhir.Model;

/// <summary>An attestation of a document. FHIR R4 CompositionAttester.</summary>
public sealed record CompositionAttester : BackboneElement
{
    /// <summary>Kind of attestation.</summary>
    [FhirElement("mode", "code", Min = 1, Codes = typeof(CompositionAttestationMode))]
    public string? Mode { get; init; }

    /// <summary>When.</summary>
    [FhirElement("time")]
    public FhirDateTime? Time { get; init; }

    /// <summary>Who.</summary>
    [FhirElement("party")]
    public Reference? Party { get; init; }
}
