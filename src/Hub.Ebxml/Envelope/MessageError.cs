namespace Hub.Ebxml.Envelope;

/// <summary>One error of an error list.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>, or what the other side wrote.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Location">XPath or <c>cid:</c> of the place; null when not given.</param>
/// <param name="Text">Text for people, without personal data; null when not given.</param>
/// <param name="Language">Language of the text.</param>
/// <param name="Context">Context of the code; null for the standard's own.</param>
public sealed record MessageError(
    string Code, ErrorSeverity Severity, string? Location = null, string? Text = null, string Language = "no", string? Context = null);
