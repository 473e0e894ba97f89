namespace Hub.Fhir.Model;

/// <summary>Medicine that was handed out, here by a dispenser in the home. FHIR R4 MedicationDispense; dosageInstruction is kept as read.</summary>
public sealed record MedicationDispense : DomainResource
{
    /// <summary>Identifiers.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>State of the dispensing.</summary>
    [FhirElement("status", "code", Min = 1, Codes = typeof(MedicationDispenseStatus))]
    public string? Status { get; init; }

    /// <summary>Kind of dispensing.</summary>
    [FhirElement("category")]
    public CodeableConcept? Category { get; init; }

    /// <summary>Which medicine.</summary>
    [FhirChoice("medication", "CodeableConcept", "Reference", Min = 1)]
    public DataType? Medication { get; init; }

    /// <summary>Who got it.</summary>
    [FhirElement("subject")]
    public Reference? Subject { get; init; }

    /// <summary>Devices and people that handed it out.</summary>
    [FhirElement("performer")]
    public FhirList<MedicationDispensePerformer> Performer { get; init; } = [];

    /// <summary>Where.</summary>
    [FhirElement("location")]
    public Reference? Location { get; init; }

    /// <summary>How much.</summary>
    [FhirElement("quantity")]
    public Quantity? Quantity { get; init; }

    /// <summary>When it was made ready.</summary>
    [FhirElement("whenPrepared")]
    public FhirDateTime? WhenPrepared { get; init; }

    /// <summary>When it was handed out.</summary>
    [FhirElement("whenHandedOver")]
    public FhirDateTime? WhenHandedOver { get; init; }

    /// <summary>Comments.</summary>
    [FhirElement("note")]
    public FhirList<Annotation> Note { get; init; } = [];

    /// <summary>How it is to be used.</summary>
    [FhirElement("dosageInstruction")]
    public FhirList<Dosage> DosageInstruction { get; init; } = [];
}
