namespace Hub.Fhir.Model;

/// <summary>A visit, here one by camera or sound. FHIR R4 Encounter.</summary>
public sealed record Encounter : DomainResource
{
    /// <summary>Identifiers.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>State of the visit.</summary>
    [FhirElement("status", "code", Min = 1, Codes = typeof(EncounterStatus))]
    public string? Status { get; init; }

    /// <summary>Kind of contact; VR for a virtual one.</summary>
    [FhirElement("class", Min = 1)]
    public Coding? Class { get; init; }

    /// <summary>Type of visit.</summary>
    [FhirElement("type")]
    public FhirList<CodeableConcept> Type { get; init; } = [];

    /// <summary>Type of service.</summary>
    [FhirElement("serviceType")]
    public CodeableConcept? ServiceType { get; init; }

    /// <summary>Urgency.</summary>
    [FhirElement("priority")]
    public CodeableConcept? Priority { get; init; }

    /// <summary>The patient.</summary>
    [FhirElement("subject")]
    public Reference? Subject { get; init; }

    /// <summary>Who took part.</summary>
    [FhirElement("participant")]
    public FhirList<EncounterParticipant> Participant { get; init; } = [];

    /// <summary>From when to when.</summary>
    [FhirElement("period")]
    public Period? Period { get; init; }

    /// <summary>Why.</summary>
    [FhirElement("reasonCode")]
    public FhirList<CodeableConcept> ReasonCode { get; init; } = [];

    /// <summary>Where.</summary>
    [FhirElement("location")]
    public FhirList<EncounterLocation> Location { get; init; } = [];

    /// <summary>The organisation behind it.</summary>
    [FhirElement("serviceProvider")]
    public Reference? ServiceProvider { get; init; }
}
