using System.Xml.Linq;
using Hub.Kith.Types;

namespace Hub.Kith.MsgHead;

/// <summary>A document inside a message, or a reference to one outside.</summary>
public sealed record RefDoc
{
    /// <summary>When the document was made.</summary>
    public TS? IssueDate { get; init; }

    /// <summary>Form, list 8114: XML, A (attachment), REF.</summary>
    public required CS MsgType { get; init; }

    /// <summary>Identifier of the document.</summary>
    public string? Id { get; init; }

    /// <summary>MIME type.</summary>
    public string? MimeType { get; init; }

    /// <summary>What the document is, for people.</summary>
    public string? Description { get; init; }

    /// <summary>Compression.</summary>
    public CS? Compression { get; init; }

    /// <summary>Where the document is, when it is not inside.</summary>
    public string? FileReference { get; init; }

    /// <summary>The document's elements as they stand; <see langword="null"/> when there is no Content element.</summary>
    public IReadOnlyList<XElement>? Content { get; init; }
}
