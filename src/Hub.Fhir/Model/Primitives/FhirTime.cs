namespace Hub.Fhir.Model;

/// <summary>A date or time primitive in a choice element.</summary>
/// <param name="Value">The point in time.</param>
/// <param name="Type">FHIR type: dateTime (default), date or instant.</param>
public sealed record FhirTime(FhirDateTime Value, string Type = "dateTime") : DataType;
