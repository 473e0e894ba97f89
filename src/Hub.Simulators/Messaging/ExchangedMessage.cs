using Hub.Ebxml.Mime;

namespace Hub.Simulators.Messaging;

/// <summary>A message that went one way or the other, as the counterpart saw it.</summary>
/// <param name="Outgoing">True when the counterpart sent it.</param>
/// <param name="Action">eb:Action; "unreadable" when it could not be read.</param>
/// <param name="MessageId">eb:MessageId; empty when it could not be read.</param>
/// <param name="Mime">The message.</param>
/// <param name="Document">The document inside; null when there is none or it could not be opened.</param>
public sealed record ExchangedMessage(bool Outgoing, string Action, string MessageId, MimeMessage Mime, ReadOnlyMemory<byte>? Document);
