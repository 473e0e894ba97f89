namespace Hub.Fhir.Json;

/// <summary>One change the lenient reader made.</summary>
/// <param name="Path">Where.</param>
/// <param name="Rule">Code of the rule that was broken, for example FHIR-JSON-007.</param>
/// <param name="What">What was done, for people; never the value.</param>
public sealed record Repair(string Path, string Rule, string What);
