using Hub.Kith.Types;

namespace Hub.Kith.MsgHead;

/// <summary>A document with what is said about it. The first of a message is the business document, the others are attachments.</summary>
public sealed record Document
{
    /// <summary>Place in the message, list 4702: H main, V attachment ...</summary>
    public CS? DocumentConnection { get; init; }

    /// <summary>Kind of content.</summary>
    public CV? ContentType { get; init; }

    /// <summary>Kind of content in words.</summary>
    public string? ContentDescription { get; init; }

    /// <summary>Category of content.</summary>
    public CV? ContentCategory { get; init; }

    /// <summary>Consent of the patient, list 9064.</summary>
    public CV? Consent { get; init; }

    /// <summary>Remark.</summary>
    public string? Annotation { get; init; }

    /// <summary>Beginning of the period.</summary>
    public TS? FromDate { get; init; }

    /// <summary>End of the period.</summary>
    public TS? ToDate { get; init; }

    /// <summary>OID of the document's kind.</summary>
    public string? OidRef { get; init; }

    /// <summary>Identifier of the enquiry that this answers.</summary>
    public string? EnquiryRefId { get; init; }

    /// <summary>The document itself.</summary>
    public required RefDoc RefDoc { get; init; }
}
