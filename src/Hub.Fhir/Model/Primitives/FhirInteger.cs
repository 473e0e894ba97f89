namespace Hub.Fhir.Model;

/// <summary>A whole number in a choice element.</summary>
/// <param name="Value">The number.</param>
/// <param name="Type">FHIR type: integer (default), positiveInt or unsignedInt.</param>
public sealed record FhirInteger(int Value, string Type = "integer") : DataType;
