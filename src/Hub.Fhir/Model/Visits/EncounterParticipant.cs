namespace Hub.Fhir.Model;

/// <summary>Somebody who took part in a visit. FHIR R4 EncounterParticipant.</summary>
public sealed record EncounterParticipant : BackboneElement
{
    /// <summary>In what way; VKP puts the mode of a digital visit here.</summary>
    [FhirElement("type")]
    public FhirList<CodeableConcept> Type { get; init; } = [];

    /// <summary>From when to when.</summary>
    [FhirElement("period")]
    public Period? Period { get; init; }

    /// <summary>Who.</summary>
    [FhirElement("individual")]
    public Reference? Individual { get; init; }
}
