using Hub.Ebxml.Encryption;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Signing;

namespace Hub.Ebxml.Messages;

/// <summary>A message taken apart but not yet trusted: its header says whose rules it is to be checked by.</summary>
public sealed class ReceivedMessage
{
    internal ReceivedMessage(MimeReading mime, EnvelopeDocument? document)
    {
        Mime = mime;
        Document = document;
        Attachments = [.. mime.Attachments.Select(a => a.ToAttachment())];
    }

    /// <summary>The MIME structure.</summary>
    public MimeReading Mime { get; }

    /// <summary>The envelope; null when there is no SOAP part.</summary>
    public EnvelopeDocument? Document { get; }

    /// <summary>The message; null when it cannot be answered.</summary>
    public EbxmlMessage? Message => Document?.Message;

    /// <summary>The attachments, decoded.</summary>
    public IReadOnlyList<Attachment> Attachments { get; }

    /// <summary>Verifies the signature.</summary>
    /// <param name="policy">What is accepted from the partner.</param>
    public SignatureVerdict Verify(SignaturePolicy policy) => Document is null
        ? new InvalidSignature(SignatureFaults.NotReadable, 250, "There is no SOAP part.")
        : EnvelopeSignature.Verify(Document, Attachments, policy);

    /// <summary>Opens the attachments. Do this after the signature was found valid.</summary>
    /// <param name="options">Keys and limits.</param>
    public IReadOnlyList<OpenedPayload> OpenPayloads(OpenOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var left = options.MaxDocumentBytes;
        var opened = new List<OpenedPayload>(Attachments.Count);
        foreach (var attachment in Attachments)
        {
            opened.Add(Open(attachment, options, left));
            left -= opened[^1].Document?.Length ?? 0;
        }

        return opened;
    }

    private static OpenedPayload Open(Attachment attachment, OpenOptions options, int limit)
    {
        var plaintext = attachment.Content;
        ContentCipher? cipher = null;

        // CMS begins with an ASN.1 sequence, which no XML, gzip or MIME header does.
        if (plaintext.Span.StartsWith<byte>([0x30]))
        {
            var decryption = options.Decryptor?.Decrypt(plaintext, options.AllowTripleDes)
                ?? new NotDecrypted("no-key", "The attachment is encrypted, and no key was given.");
            if (decryption is not Decrypted opened)
                return new OpenedPayload(attachment, null, null, (NotDecrypted)decryption);
            (plaintext, cipher) = (opened.Plaintext, opened.Cipher);
        }

        var (document, fault) = PlaintextWrapping.Unwrap(plaintext, limit);
        return new OpenedPayload(attachment, document, cipher, fault is null ? null : new NotDecrypted("unreadable", fault));
    }
}
