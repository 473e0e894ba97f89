namespace Hub.Ebxml.Envelope;

/// <summary>One thing that is wrong or worth knowing about a message.</summary>
/// <param name="Rule">Rule number of HITS 1172; null when no rule there covers it.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="ErrorCode">The ebXML code an error list would carry for it, one of <see cref="ErrorCodes"/>.</param>
/// <param name="Path">Where: an XPath-like path, a MIME header, or <c>cid:</c>; empty for the whole.</param>
/// <param name="Text">What, for people; never with content of the message that can name a person.</param>
public sealed record Finding(int? Rule, FindingSeverity Severity, string ErrorCode, string Path, string Text);
