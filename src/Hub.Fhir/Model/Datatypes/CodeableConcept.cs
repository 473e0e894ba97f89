namespace Hub.Fhir.Model;

/// <summary>A concept as text and as any number of codes that mean the same. FHIR R4 CodeableConcept.</summary>
public sealed record CodeableConcept : DataType
{
    /// <summary>Codes for the concept.</summary>
    [FhirElement("coding")]
    public FhirList<Coding> Coding { get; init; } = [];

    /// <summary>The concept in the words of the one who recorded it.</summary>
    [FhirElement("text")]
    public string? Text { get; init; }
}
