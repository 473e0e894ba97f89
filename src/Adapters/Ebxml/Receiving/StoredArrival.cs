using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;

namespace Hub.Adapters.Ebxml.Receiving;

/// <summary>A message that was taken in, as intake stores it: the envelope as received and the documents as decrypted, so that it can be read again when the keys are long gone. The message as received, signature and all, is kept beside it as evidence.</summary>
/// <param name="Header">The header of the envelope; null for a bare document.</param>
/// <param name="Documents">The documents; the first is the business document.</param>
internal sealed record StoredArrival(MessageHeader? Header, IReadOnlyList<ReadOnlyMemory<byte>> Documents)
{
    /// <summary>Writes what intake stores.</summary>
    /// <param name="arrival">The message, opened.</param>
    /// <returns>The bytes.</returns>
    public static byte[] Write(Arrival arrival)
    {
        var parts = arrival.Documents.Select((d, i) => new Attachment($"document.{i}", "application/xml", d)).ToList();
        return StoredMime.Write(MimeWriter.Multipart(arrival.Received.Mime.Soap!.Content.Span, parts, SoapEncoding.EightBit));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="stored">The bytes.</param>
    /// <returns>The message; null when the bytes are of another form.</returns>
    public static StoredArrival? Read(ReadOnlyMemory<byte> stored)
    {
        if (StoredMime.Read(stored) is not { } mime)
            return null;
        var read = IncomingMessage.Read(mime.Body, mime.ContentType);
        return read.Message is { } message && read.Attachments.Count > 0
            ? new StoredArrival(message.Header, [.. read.Attachments.Select(a => a.Content)])
            : null;
    }
}
