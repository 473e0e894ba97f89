namespace Hub.Ebxml.Mime;

/// <summary>One header line of a MIME entity.</summary>
/// <param name="Name">The name as written; compared without regard to case.</param>
/// <param name="Value">The value, unfolded and trimmed.</param>
public sealed record MimeHeader(string Name, string Value);
