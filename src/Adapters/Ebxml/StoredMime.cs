using System.Text;
using Hub.Ebxml.Mime;

namespace Hub.Adapters.Ebxml;

/// <summary>A message ready for a transport as the hub keeps it: the headers of its content, an empty line, the body. Mail and HTTP add their own headers around the very same bytes.</summary>
internal static class StoredMime
{
    /// <summary>Media type of the stored form.</summary>
    public const string MediaType = "message/ebxml";

    private const string TypeHeader = "Content-Type: ";
    private const string EncodingHeader = "Content-Transfer-Encoding: ";

    public static byte[] Write(MimeMessage message)
    {
        var head = new StringBuilder(256).Append(TypeHeader).Append(message.ContentType).Append("\r\n");
        if (message.TransferEncoding is { } encoding)
            head.Append(EncodingHeader).Append(encoding).Append("\r\n");
        head.Append("\r\n");
        var bytes = new byte[head.Length + message.Body.Length];
        Encoding.ASCII.GetBytes(head.ToString(), bytes);
        message.Body.Span.CopyTo(bytes.AsSpan(head.Length));
        return bytes;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <returns>The message; null when the bytes are of another form.</returns>
    public static MimeMessage? Read(ReadOnlyMemory<byte> stored)
    {
        var end = stored.Span.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return null;
        string? type = null, encoding = null;
        foreach (var line in Encoding.ASCII.GetString(stored.Span[..end]).Split("\r\n"))
        {
            if (line.StartsWith(TypeHeader, StringComparison.Ordinal))
                type = line[TypeHeader.Length..];
            else if (line.StartsWith(EncodingHeader, StringComparison.Ordinal))
                encoding = line[EncodingHeader.Length..];
        }

        return type is null ? null : new MimeMessage(type, encoding, stored[(end + 4)..]);
    }
}
