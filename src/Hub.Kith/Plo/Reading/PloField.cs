namespace Hub.Kith.Plo;

/// <summary>A text or an attribute with its path: the smallest thing that can be mapped, or left out with a reason.</summary>
/// <param name="Path">Path from the root of the PLO message; an attribute as <c>/@V</c>.</param>
/// <param name="Value">The value as it stands. May be about a person.</param>
public sealed record PloField(string Path, string Value);
