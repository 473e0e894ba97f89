using Hub.Ebxml.Envelope;
using Hub.Ebxml.Signing;

namespace Hub.Ebxml.Messages;

/// <summary>A received message with the verdict on its signature and its documents.</summary>
/// <param name="Received">The message taken apart.</param>
/// <param name="Signature">The verdict.</param>
/// <param name="Payloads">The attachments, opened; empty unless the signature is valid.</param>
public sealed record OpenedMessage(ReceivedMessage Received, SignatureVerdict Signature, IReadOnlyList<OpenedPayload> Payloads)
{
    /// <summary>The message; null when it cannot be answered.</summary>
    public EbxmlMessage? Message => Received.Message;

    /// <summary>Whether the signature is valid and every payload was opened: only then may it be acknowledged (HIS 1037).</summary>
    public bool IsAcknowledgeable => Message is { Body: PayloadBody } && Signature.IsValid && Payloads.All(p => p.Document is not null);

    /// <summary>The receipt for this message: its digests copied, parties swapped. Seal it without payloads.</summary>
    /// <param name="messageId">The receipt's own id.</param>
    /// <param name="receivedAt">When this message was received.</param>
    /// <param name="now">When the receipt is made.</param>
    /// <param name="systems">The systems behind the receipt; null for none.</param>
    /// <exception cref="InvalidOperationException">The message may not be acknowledged: see <see cref="IsAcknowledgeable"/>.</exception>
    public EbxmlMessage Acknowledge(string messageId, DateTimeOffset receivedAt, DateTimeOffset now, Description? systems = null)
    {
        if (!IsAcknowledgeable || Message is null || Signature is not ValidSignature signature)
            throw new InvalidOperationException("Only a business message that was verified and decrypted is acknowledged.");
        var header = Message.Header.AnswerHeader(SignalActions.Acknowledgment, messageId, now, withReference: false);
        return new EbxmlMessage(
            systems is null ? header : header with { Descriptions = [systems] },
            new AcknowledgmentBody(receivedAt, Message.Header.MessageId, signature.References));
    }
}
