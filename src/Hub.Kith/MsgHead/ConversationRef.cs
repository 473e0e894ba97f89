namespace Hub.Kith.MsgHead;

/// <summary>
/// Place of a message in a dialogue (erratum of 2020-06-15 to HIS 80601, binding since 2020-12-15). Absent in the first message.
/// </summary>
/// <param name="RefToParent">MsgId of the message before; <see langword="null"/> when a sender left it out, which the schema forbids.</param>
/// <param name="RefToConversation">MsgId of the first message of the dialogue; <see langword="null"/> when left out.</param>
public sealed record ConversationRef(string? RefToParent, string? RefToConversation);
