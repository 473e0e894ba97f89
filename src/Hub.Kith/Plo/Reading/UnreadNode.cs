namespace Hub.Kith.Plo;

/// <summary>A text or an attribute of a document that a record does not represent. The value itself is not told: it may be about a person.</summary>
/// <param name="Path">Where it stands.</param>
public sealed record UnreadNode(string Path);
