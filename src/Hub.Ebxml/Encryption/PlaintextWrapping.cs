using System.IO.Compression;
using Hub.Ebxml.Mime;

namespace Hub.Ebxml.Encryption;

/// <summary>Puts a document into the form a partner wants inside the encryption, and takes it out of whatever form comes.</summary>
public static class PlaintextWrapping
{
    /// <summary>Largest document after decompression, in bytes, when nothing else is said.</summary>
    public const int DefaultLimit = 50 * 1024 * 1024;

    /// <summary>The octets to encrypt.</summary>
    /// <param name="document">The document.</param>
    /// <param name="form">With MIME headers or without.</param>
    /// <param name="gzip">Whether the partner wants it compressed.</param>
    public static ReadOnlyMemory<byte> Wrap(ReadOnlyMemory<byte> document, PlaintextForm form, bool gzip)
    {
        if (gzip)
            document = Compress(document.Span);
        if (form == PlaintextForm.Raw)
            return document;
        var head = gzip
            ? "Content-Type: application/x-gzip\r\nContent-Transfer-Encoding: binary\r\n\r\n"u8
            : "Content-Type: application/xml\r\nContent-Transfer-Encoding: binary\r\n\r\n"u8;
        var bytes = new byte[head.Length + document.Length];
        head.CopyTo(bytes);
        document.Span.CopyTo(bytes.AsSpan(head.Length));
        return bytes;
    }

    /// <summary>The document inside a plaintext: MIME headers are taken off and gzip undone, in any order they come.</summary>
    /// <param name="plaintext">The decrypted octets.</param>
    /// <param name="limit">Largest document after decompression, in bytes.</param>
    /// <returns>The document, or null and why not.</returns>
    public static (ReadOnlyMemory<byte>? Document, string? Fault) Unwrap(ReadOnlyMemory<byte> plaintext, int limit = DefaultLimit)
    {
        for (var layer = 0; layer < 4; layer++)
        {
            if (plaintext.Span.StartsWith<byte>([0x1F, 0x8B]))
            {
                if (Decompress(plaintext, limit) is not { } larger)
                    return (null, $"The payload is not gzip, or larger than {limit} bytes when unpacked.");
                plaintext = larger;
            }
            else if (HeaderBlock.StartsLikeOne(plaintext.Span))
            {
                var part = MimeReader.Read(plaintext);
                if (part.Soap is null || part.IsMultipart)
                    return (null, "The MIME part inside the encryption cannot be read.");
                plaintext = part.Soap.Content;
            }
            else
            {
                return (plaintext, null);
            }
        }

        return (null, "The payload is wrapped too many times.");
    }

    private static byte[] Compress(ReadOnlySpan<byte> document)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(document);
        return packed.ToArray();
    }

    private static ReadOnlyMemory<byte>? Decompress(ReadOnlyMemory<byte> packed, int limit)
    {
        try
        {
            using var source = new MemoryStream(packed.ToArray(), writable: false);
            using var gzip = new GZipStream(source, CompressionMode.Decompress);
            using var result = new MemoryStream();
            var block = new byte[16 * 1024];
            int read;
            while ((read = gzip.Read(block)) > 0)
            {
                if (result.Length + read > limit)
                    return null;
                result.Write(block, 0, read);
            }

            return result.GetBuffer().AsMemory(0, (int)result.Length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
