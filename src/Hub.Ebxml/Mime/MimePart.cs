using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Mime;

/// <summary>One part of a message, decoded.</summary>
/// <param name="Headers">Its headers in the order written; empty for bare content.</param>
/// <param name="Content">The octets after transfer decoding.</param>
public sealed record MimePart(IReadOnlyList<MimeHeader> Headers, ReadOnlyMemory<byte> Content)
{
    /// <summary>The content id without angle brackets; empty when there is none.</summary>
    public string ContentId => Header("Content-ID")?.Trim().TrimStart('<').TrimEnd('>') ?? "";

    /// <summary>The media type with parameters as written; null when there is none.</summary>
    public string? ContentType => Header("Content-Type");

    /// <summary>The transfer encoding in lower case; null when there is none.</summary>
    public string? TransferEncoding => Header("Content-Transfer-Encoding")?.Trim().ToLowerInvariant();

    /// <summary>The first header of a name; null when there is none.</summary>
    /// <param name="name">The name, in any case.</param>
    public string? Header(string name) => HeaderBlock.Find(Headers, name);

    /// <summary>The part as an attachment of a message.</summary>
    public Attachment ToAttachment() => new(ContentId, ContentType ?? "", Content);
}
