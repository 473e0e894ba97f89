namespace Hub.Kith.MsgHead;

/// <summary>Codes of findings about a message. A code never changes its meaning.</summary>
public static class MessageCodes
{
    /// <summary>MsgId is not a UUID.</summary>
    public const string BadMsgId = "KITH-HEAD-001";

    /// <summary>ConversationRef refers to the message itself.</summary>
    public const string RefersToItself = "KITH-HEAD-002";

    /// <summary>RefToConversation is not the first message of the dialogue.</summary>
    public const string ConversationMisused = "KITH-HEAD-003";

    /// <summary>A party has no HER-id at one of the two levels.</summary>
    public const string HerMissing = "KITH-HEAD-004";

    /// <summary>The patient is not sufficiently identified.</summary>
    public const string PatientInsufficient = "KITH-HEAD-005";

    /// <summary>An attachment lacks a part that HIS 1036 asks for.</summary>
    public const string AttachmentIncomplete = "KITH-HEAD-006";

    /// <summary>An attachment is of a kind that is not exchanged.</summary>
    public const string AttachmentUnsupported = "KITH-HEAD-007";

    /// <summary>Attachments are too large.</summary>
    public const string AttachmentTooLarge = "KITH-HEAD-008";

    /// <summary>An attachment cannot be decoded.</summary>
    public const string AttachmentUnreadable = "KITH-HEAD-009";

    /// <summary>A version text is not the one of MsgHead 1.2.</summary>
    public const string BadVersion = "KITH-HEAD-010";

    /// <summary>Test or debug message (ProcessingStatus).</summary>
    public const string NotProduction = "KITH-HEAD-011";
}
