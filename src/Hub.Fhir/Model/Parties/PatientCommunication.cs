namespace Hub.Fhir.Model;

/// <summary>A language of a patient. FHIR R4 PatientCommunication.</summary>
public sealed record PatientCommunication : BackboneElement
{
    /// <summary>The language.</summary>
    [FhirElement("language", Min = 1)]
    public CodeableConcept? Language { get; init; }

    /// <summary>True for the language the patient would choose.</summary>
    [FhirElement("preferred")]
    public bool? Preferred { get; init; }
}
