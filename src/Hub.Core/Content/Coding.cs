namespace Hub.Core.Content;

/// <summary>A code from a code system, as the source gave it.</summary>
/// <param name="System">URI of the code system; null when the source named none.</param>
/// <param name="Code">The code.</param>
/// <param name="Display">The text that came with it, kept as received.</param>
public sealed record Coding(string? System, string Code, string? Display = null);
