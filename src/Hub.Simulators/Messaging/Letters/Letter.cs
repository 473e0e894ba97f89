using Hub.Kith.MsgHead;

namespace Hub.Simulators.Messaging;

/// <summary>A document ready to be sent.</summary>
/// <param name="Type">Code list 8279; APPREC for a receipt.</param>
/// <param name="DocumentId">MsgId, or the receipt's id.</param>
/// <param name="Patient">National id; empty when there is none.</param>
/// <param name="Document">The document's bytes.</param>
public sealed record Letter(string Type, string DocumentId, string Patient, ReadOnlyMemory<byte> Document)
{
    /// <summary>Head of the message; null for a receipt.</summary>
    public MsgInfo? Head { get; init; }

    /// <summary>Service it is sent under; null = by the type (HISD 1209). A receipt goes under the service of what it answers.</summary>
    public string? Service { get; init; }

    /// <summary>eb:ConversationId; null = a new one.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Whether it is an AppRec.</summary>
    public bool IsReceipt => Head is null;
}
