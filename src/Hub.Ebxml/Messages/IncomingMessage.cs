using Hub.Ebxml.Envelope;
using Hub.Ebxml.Mime;

namespace Hub.Ebxml.Messages;

/// <summary>Opens what a transport received.</summary>
public static class IncomingMessage
{
    /// <summary>Takes a message apart without trusting it; never throws on bad input.</summary>
    /// <param name="bytes">A whole mail, a MIME body, or bare SOAP.</param>
    /// <param name="contentType">The Content-Type that came apart from the body (HTTP); null otherwise.</param>
    /// <param name="headers">Other headers that came apart from the body; null for none.</param>
    public static ReceivedMessage Read(ReadOnlyMemory<byte> bytes, string? contentType = null, IReadOnlyList<MimeHeader>? headers = null)
    {
        var mime = MimeReader.Read(bytes, contentType, headers: headers);
        return new ReceivedMessage(mime, mime.Soap is null ? null : EnvelopeDocument.Read(mime.Soap.Content));
    }

    /// <summary>Reads, verifies and decrypts in one call, for a partner whose rules are known beforehand.</summary>
    /// <param name="bytes">A whole mail, a MIME body, or bare SOAP.</param>
    /// <param name="contentType">The Content-Type that came apart from the body (HTTP); null otherwise.</param>
    /// <param name="options">Keys and what is accepted.</param>
    /// <param name="headers">Other headers that came apart from the body; null for none. A transfer encoding among them is undone.</param>
    /// <returns>The message; payloads are opened only when the signature is valid.</returns>
    public static OpenedMessage Open(ReadOnlyMemory<byte> bytes, string? contentType, OpenOptions options, IReadOnlyList<MimeHeader>? headers = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var received = Read(bytes, contentType, headers);
        var verdict = received.Verify(options.Signatures);
        return new OpenedMessage(received, verdict, verdict.IsValid ? received.OpenPayloads(options) : []);
    }
}
