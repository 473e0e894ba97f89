namespace Hub.Kith.Plo;

/// <summary>A part of a message with its path.</summary>
/// <typeparam name="T">Kind of part.</typeparam>
/// <param name="Path">Path from the root of the PLO message.</param>
/// <param name="Value">The part.</param>
public sealed record PloFound<T>(string Path, T Value);
