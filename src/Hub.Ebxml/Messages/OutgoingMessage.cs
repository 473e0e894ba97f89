using Hub.Ebxml.Encryption;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Mime;

namespace Hub.Ebxml.Messages;

/// <summary>Makes a message ready to send: wrapped, encrypted, enveloped, signed, packed (HIS 1037, 5.5).</summary>
public static class OutgoingMessage
{
    private const string EncryptedType = "application/pkcs7-mime; smime-type=enveloped-data";

    /// <summary>Seals a message.</summary>
    /// <param name="message">The message; its manifest names exactly the payloads.</param>
    /// <param name="payloads">The documents; none for signals.</param>
    /// <param name="options">Keys and forms of the partner.</param>
    /// <exception cref="ArgumentException">A value cannot be written, or manifest and payloads differ.</exception>
    public static SealedMessage Seal(EbxmlMessage message, IReadOnlyList<OutgoingPayload> payloads, SealOptions options)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(payloads);
        ArgumentNullException.ThrowIfNull(options);
        var attachments = new Attachment[payloads.Count];
        for (var i = 0; i < attachments.Length; i++)
            attachments[i] = Attach(payloads[i], options);
        var signed = options.Signer.Sign(message, attachments, options.TestMarker);
        var mime = attachments.Length == 0
            ? MimeWriter.Bare(signed.Bytes, options.SoapEncoding)
            : MimeWriter.Multipart(signed.Bytes.Span, attachments, options.SoapEncoding);
        return new SealedMessage(mime, signed.Bytes, signed.References);
    }

    private static Attachment Attach(OutgoingPayload payload, SealOptions options)
    {
        if (options.Encryptor is not { } encryptor)
            return new Attachment(payload.ContentId, "application/xml", payload.Document);
        var plaintext = PlaintextWrapping.Wrap(payload.Document, options.Form, options.Gzip);
        return new Attachment(payload.ContentId, EncryptedType, encryptor.Encrypt(plaintext.Span));
    }
}
