using System.Text;

namespace Hub.Ebxml.Mime;

/// <summary>Reads a block of header lines: folded or not, ended by CRLF or LF.</summary>
internal static class HeaderBlock
{
    public static string? Find(IReadOnlyList<MimeHeader> headers, string name)
    {
        foreach (var header in headers)
        {
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        }

        return null;
    }

    /// <summary>Reads up to the first empty line.</summary>
    /// <returns>The headers and where the content begins; null when the block is larger than allowed.</returns>
    public static (IReadOnlyList<MimeHeader> Headers, int Length)? Read(ReadOnlySpan<byte> bytes, int limit)
    {
        var headers = new List<MimeHeader>(8);
        var folded = new StringBuilder();
        var at = 0;
        while (at < bytes.Length)
        {
            if (at > limit)
                return null;
            var end = bytes[at..].IndexOf((byte)'\n');
            var next = end < 0 ? bytes.Length : at + end + 1;
            var line = bytes[at..(end < 0 ? bytes.Length : at + end)].TrimEnd((byte)'\r');

            // A boundary ends the block too: some messages lack the empty line before it.
            if (line.StartsWith("--"u8))
                break;
            at = next;
            if (line.IsEmpty)
                break;
            if (line[0] is (byte)' ' or (byte)'\t')
                Unfold(headers, folded, line);
            else
                Take(headers, folded, line);
        }

        Fold(headers, folded);
        return at > limit ? null : (headers, at);
    }

    /// <summary>Whether bytes begin as a header block does: a name and a colon on the first line.</summary>
    public static bool StartsLikeOne(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length && i < 100; i++)
        {
            var c = bytes[i];
            if (c == ':')
                return i > 0;
            if (!char.IsAsciiLetterOrDigit((char)c) && c is not ((byte)'-' or (byte)'_'))
                return false;
        }

        return false;
    }

    private static void Take(List<MimeHeader> headers, StringBuilder folded, ReadOnlySpan<byte> line)
    {
        Fold(headers, folded);
        var text = Encoding.Latin1.GetString(line);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
            headers.Add(new MimeHeader(text[..colon].TrimEnd(), text[(colon + 1)..].Trim()));
    }

    // Gathered first: joining line by line would cost the square of what a stranger sends.
    private static void Unfold(List<MimeHeader> headers, StringBuilder folded, ReadOnlySpan<byte> line)
    {
        var text = line.Trim(" \t\r"u8);
        if (headers.Count == 0 || text.IsEmpty)
            return;
        if (folded.Length > 0 || headers[^1].Value.Length > 0)
            folded.Append(' ');
        folded.Append(Encoding.Latin1.GetString(text));
    }

    private static void Fold(List<MimeHeader> headers, StringBuilder folded)
    {
        if (folded.Length == 0)
            return;
        headers[^1] = headers[^1] with { Value = headers[^1].Value + folded };
        folded.Clear();
    }
}
