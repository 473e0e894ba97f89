namespace Hub.Fhir.Validation;

/// <summary>A rule of the validator.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Text">What is wrong when it is broken.</param>
/// <param name="Source">Where the rule stands.</param>
internal sealed record CheckRule(string Code, string Text, string Source);
