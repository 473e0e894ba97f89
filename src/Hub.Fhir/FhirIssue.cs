namespace Hub.Fhir;

/// <summary>One finding about FHIR content. It names the element and the rule and never repeats the value, which may be health data.</summary>
/// <param name="Severity">How serious it is.</param>
/// <param name="Code">Stable code, for example FHIR-JSON-007.</param>
/// <param name="Path">Where, for example <c>Bundle.entry[2].resource.valueQuantity.value</c>; empty for the whole input.</param>
/// <param name="Text">What is wrong, for people.</param>
/// <param name="Rule">The rule and its source.</param>
public sealed record FhirIssue(FhirSeverity Severity, string Code, string Path, string Text, string Rule);
