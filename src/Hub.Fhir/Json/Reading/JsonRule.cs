namespace Hub.Fhir.Json.Reading;

/// <summary>A rule of the reader.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Text">What is wrong when it is broken.</param>
/// <param name="Source">Where the rule stands.</param>
internal sealed record JsonRule(string Code, string Text, string Source);
