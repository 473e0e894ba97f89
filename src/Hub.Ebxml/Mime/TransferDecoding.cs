using System.Buffers.Text;

namespace Hub.Ebxml.Mime;

/// <summary>Undoes transfer encodings (RFC 2045).</summary>
internal static class TransferDecoding
{
    /// <summary>The octets; null when they are not in that encoding or the encoding is unknown.</summary>
    public static ReadOnlyMemory<byte>? Decode(ReadOnlyMemory<byte> bytes, string? encoding) => encoding switch
    {
        null or "" or "7bit" or "8bit" or "binary" => bytes,
        "base64" => FromBase64(bytes.Span),
        "quoted-printable" => FromQuotedPrintable(bytes.Span),
        _ => null,
    };

    private static ReadOnlyMemory<byte>? FromBase64(ReadOnlySpan<byte> bytes)
    {
        var result = new byte[Base64.GetMaxDecodedFromUtf8Length(bytes.Length)];
        return Base64.DecodeFromUtf8(bytes, result, out _, out var written) == System.Buffers.OperationStatus.Done ? result.AsMemory(0, written) : null;
    }

    private static ReadOnlyMemory<byte>? FromQuotedPrintable(ReadOnlySpan<byte> bytes)
    {
        var result = new byte[bytes.Length];
        var length = 0;
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? default : bytes[(end + 1)..];
            var crlf = line.EndsWith("\r"u8);
            line = line.TrimEnd(" \t\r"u8);
            var soft = line.EndsWith("="u8);
            if (!Line(soft ? line[..^1] : line, result, ref length))
                return null;
            if (soft || end < 0)
                continue;
            if (crlf)
                result[length++] = (byte)'\r';
            result[length++] = (byte)'\n';
        }

        return result.AsMemory(0, length);
    }

    private static bool Line(ReadOnlySpan<byte> line, byte[] result, ref int length)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '=')
            {
                result[length++] = line[i];
                continue;
            }

            if (i + 2 >= line.Length || !byte.TryParse(line.Slice(i + 1, 2), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var value))
                return false;
            result[length++] = value;
            i += 2;
        }

        return true;
    }
}
