namespace Hub.Kith.Plo;

/// <summary>A text or an attribute with its path.</summary>
internal readonly record struct Leaf(string Path, string Value);
