using System.Xml.Linq;
using Hub.Kith.Types;

namespace Hub.Kith.MsgHead;

/// <summary>An attachment (HIS 1036). Either bytes or XML.</summary>
/// <param name="MimeType">MIME type, as a rule application/pdf, image/jpeg or image/png.</param>
/// <param name="Description">What it is, for people.</param>
/// <param name="IssueDate">When it was made.</param>
/// <param name="Bytes">Content, decoded.</param>
/// <param name="Xml">Content, when it is XML.</param>
public sealed record Attachment(string? MimeType, string? Description, TS? IssueDate, ReadOnlyMemory<byte>? Bytes, XElement? Xml = null);
