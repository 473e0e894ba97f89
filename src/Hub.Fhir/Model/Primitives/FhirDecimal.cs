namespace Hub.Fhir.Model;

/// <summary>A decimal in a choice element.</summary>
/// <param name="Value">The number, with the digits that were written.</param>
public sealed record FhirDecimal(decimal Value) : DataType;
