namespace Hub.Fhir.Model;

/// <summary>A boolean in a choice element.</summary>
/// <param name="Value">The truth value.</param>
public sealed record FhirBoolean(bool Value) : DataType;
