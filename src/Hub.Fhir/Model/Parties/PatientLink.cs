namespace Hub.Fhir.Model;

/// <summary>Another record of the same person. FHIR R4 PatientLink.</summary>
public sealed record PatientLink : BackboneElement
{
    /// <summary>The other record.</summary>
    [FhirElement("other", Min = 1)]
    public Reference? Other { get; init; }

    /// <summary>How the records relate.</summary>
    [FhirElement("type", "code", Min = 1, Codes = typeof(LinkType))]
    public string? Type { get; init; }
}
