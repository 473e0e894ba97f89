namespace Hub.Fhir.Model;

/// <summary>A measurable target of a goal. FHIR R4 GoalTarget.</summary>
public sealed record GoalTarget : BackboneElement
{
    /// <summary>What is measured.</summary>
    [FhirElement("measure")]
    public CodeableConcept? Measure { get; init; }

    /// <summary>The value to reach.</summary>
    [FhirChoice("detail", "Quantity", "Range", "CodeableConcept", "string", "boolean", "integer", "Ratio")]
    public DataType? Detail { get; init; }

    /// <summary>When to reach it.</summary>
    [FhirChoice("due", "date", "Duration")]
    public DataType? Due { get; init; }
}
