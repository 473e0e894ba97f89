using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Mime;

/// <summary>A message taken apart: the SOAP part and the attachments, decoded.</summary>
/// <param name="Headers">Top headers: of the mail, or the ones given; empty when there are none.</param>
/// <param name="Soap">The SOAP part; null when it could not be found or decoded (see <paramref name="Findings"/>).</param>
/// <param name="Attachments">The other parts, in order.</param>
/// <param name="IsMultipart">Whether the message was a multipart.</param>
/// <param name="Findings">What is wrong with the structure.</param>
public sealed record MimeReading(
    IReadOnlyList<MimeHeader> Headers, MimePart? Soap, IReadOnlyList<MimePart> Attachments, bool IsMultipart, IReadOnlyList<Finding> Findings)
{
    /// <summary>The first top header of a name; null when there is none.</summary>
    /// <param name="name">The name, in any case.</param>
    public string? Header(string name) => HeaderBlock.Find(Headers, name);
}
