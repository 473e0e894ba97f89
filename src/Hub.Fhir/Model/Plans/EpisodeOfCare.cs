namespace Hub.Fhir.Model;

/// <summary>A service that an organisation has taken on for a patient. FHIR R4 EpisodeOfCare.</summary>
public sealed record EpisodeOfCare : DomainResource
{
    /// <summary>Identifiers.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>State of the episode.</summary>
    [FhirElement("status", "code", Min = 1, Codes = typeof(EpisodeOfCareStatus))]
    public string? Status { get; init; }

    /// <summary>Which service.</summary>
    [FhirElement("type")]
    public FhirList<CodeableConcept> Type { get; init; } = [];

    /// <summary>The patient.</summary>
    [FhirElement("patient", Min = 1)]
    public Reference? Patient { get; init; }

    /// <summary>Who has taken it on.</summary>
    [FhirElement("managingOrganization")]
    public Reference? ManagingOrganization { get; init; }

    /// <summary>From when to when.</summary>
    [FhirElement("period")]
    public Period? Period { get; init; }

    /// <summary>Who coordinates it.</summary>
    [FhirElement("careManager")]
    public Reference? CareManager { get; init; }
}
