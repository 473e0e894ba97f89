namespace Hub.Fhir.Model;

/// <summary>How a medicine is to be used. FHIR R4 Dosage, of which text and times are modelled; the rest is kept as read.</summary>
public sealed record Dosage : BackboneElement
{
    /// <summary>Place in the order of instructions.</summary>
    [FhirElement("sequence")]
    public int? Sequence { get; init; }

    /// <summary>In words.</summary>
    [FhirElement("text")]
    public string? Text { get; init; }

    /// <summary>For the patient.</summary>
    [FhirElement("patientInstruction")]
    public string? PatientInstruction { get; init; }

    /// <summary>When.</summary>
    [FhirElement("timing")]
    public Timing? Timing { get; init; }
}
