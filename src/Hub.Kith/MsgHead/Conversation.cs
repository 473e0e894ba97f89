namespace Hub.Kith.MsgHead;

/// <summary>Where a message belongs.</summary>
/// <param name="FirstMsgId">MsgId of the first message of the dialogue; the message's own when it begins one.</param>
/// <param name="PreviousMsgId">MsgId of the message answered, or <see langword="null"/>.</param>
/// <param name="Known">Whether the dialogue is one that the caller knows.</param>
/// <param name="Findings">How the reference deviates.</param>
public sealed record ConversationPlace(string FirstMsgId, string? PreviousMsgId, bool Known, IReadOnlyList<KithFinding> Findings);

/// <summary>Threads of messages by ConversationRef (HIS 1218).</summary>
public static class Conversation
{
    /// <summary>The reference of a reply.</summary>
    /// <param name="previous">The message replied to.</param>
    public static ConversationRef ReplyTo(MsgInfo previous)
    {
        ArgumentNullException.ThrowIfNull(previous);
        return new ConversationRef(previous.MsgId, Usable(previous.ConversationRef?.RefToConversation, previous.MsgId) ?? previous.MsgId);
    }

    /// <summary>
    /// Finds the dialogue of a message. Before December 2020 the standard said something else and senders still put an ebXML conversation id, a fresh
    /// identifier or their own MsgId in RefToConversation; the previous message then tells which dialogue it is.
    /// </summary>
    /// <param name="info">The message.</param>
    /// <param name="firstOf">MsgId of the first message of the dialogue that a known message belongs to; <see langword="null"/> for an unknown message.</param>
    public static ConversationPlace Find(MsgInfo info, Func<string, string?> firstOf)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(firstOf);
        if (info.ConversationRef is not { } reference) return new ConversationPlace(info.MsgId, null, false, []);
        var conversation = Usable(reference.RefToConversation, info.MsgId);
        var parent = Usable(reference.RefToParent, info.MsgId);
        if (conversation is not null && firstOf(conversation) is { } first)
        {
            return MessageRules.Same(first, conversation)
                ? new ConversationPlace(first, parent, true, [])
                : new ConversationPlace(first, parent, true, [Misused("RefToConversation names a later message of the dialogue.")]);
        }

        if (parent is not null && firstOf(parent) is { } byParent)
            return new ConversationPlace(byParent, parent, true, [Misused("RefToConversation is not a message; the dialogue was found by RefToParent.")]);
        return new ConversationPlace(conversation ?? parent ?? info.MsgId, parent, false, []);
    }

    private static string? Usable(string? id, string own) => string.IsNullOrWhiteSpace(id) || MessageRules.Same(id, own) ? null : id;

    private static KithFinding Misused(string text) =>
        new(MessageCodes.ConversationMisused, "/MsgHead/MsgInfo/ConversationRef/RefToConversation", KithSeverity.Warning, text);
}
