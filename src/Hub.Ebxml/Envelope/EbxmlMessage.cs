namespace Hub.Ebxml.Envelope;

/// <summary>One ebXML message without its signature and without the bytes of its attachments.</summary>
/// <param name="Header">The message header.</param>
/// <param name="Body">What kind of message it is, and what that kind carries.</param>
public sealed record EbxmlMessage(MessageHeader Header, MessageBody Body);
