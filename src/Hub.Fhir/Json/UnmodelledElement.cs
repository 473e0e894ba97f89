namespace Hub.Fhir.Json;

/// <summary>Content that the typed records do not show.</summary>
/// <param name="Path">Where.</param>
/// <param name="Kept">True when it is FHIR, kept as read and written back; false when FHIR does not know it and it was left out.</param>
public sealed record UnmodelledElement(string Path, bool Kept);
