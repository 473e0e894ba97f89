namespace Hub.Ebxml.Mime;

/// <summary>Finds the parts between boundaries. The line break before a delimiter belongs to the delimiter (RFC 2046, 5.1.1).</summary>
internal static class MimeSplitting
{
    /// <summary>The ranges of the parts.</summary>
    /// <param name="body">The multipart body, with preamble and epilogue.</param>
    /// <param name="boundary">The boundary without its two hyphens.</param>
    /// <param name="maxParts">At most so many parts are returned, and one more as a sign of too many.</param>
    /// <param name="closed">Whether the closing delimiter was there.</param>
    public static List<Range> Split(ReadOnlySpan<byte> body, ReadOnlySpan<byte> boundary, int maxParts, out bool closed)
    {
        var parts = new List<Range>(2);
        closed = false;
        var start = -1;
        var at = 0;
        while (Next(body, boundary, at, out var delimiter, out var after, out var last))
        {
            if (start >= 0)
                parts.Add(start..Math.Max(start, BeforeLineBreak(body, delimiter)));
            start = after;
            at = after;
            if (last)
            {
                closed = true;
                return parts;
            }

            if (parts.Count > maxParts)
                return parts;
        }

        if (start >= 0)
            parts.Add(start..body.Length);
        return parts;
    }

    /// <summary>The boundary of a body whose Content-Type is lost: its first line that begins with two hyphens.</summary>
    public static byte[]? Guess(ReadOnlySpan<byte> body)
    {
        body = body.TrimStart("\r\n\t "u8);
        if (!body.StartsWith("--"u8))
            return null;
        var end = body.IndexOf((byte)'\n');
        var line = (end < 0 ? body : body[..end])[2..].TrimEnd("\r\t "u8);
        return line.Length is 0 or > 200 ? null : line.ToArray();
    }

    private static int BeforeLineBreak(ReadOnlySpan<byte> body, int delimiter)
    {
        var end = delimiter;
        if (end > 0 && body[end - 1] == '\n')
            end--;
        if (end > 0 && end < delimiter && body[end - 1] == '\r')
            end--;
        return end;
    }

    private static bool Next(ReadOnlySpan<byte> body, ReadOnlySpan<byte> boundary, int from, out int delimiter, out int after, out bool last)
    {
        (delimiter, after, last) = (0, 0, false);
        while (from < body.Length)
        {
            var found = body[from..].IndexOf(boundary);
            if (found < 0)
                return false;
            delimiter = from + found - 2;
            var rest = from + found + boundary.Length;
            from = rest;
            if (delimiter < 0 || body[delimiter] != '-' || body[delimiter + 1] != '-' || (delimiter > 0 && body[delimiter - 1] != '\n'))
                continue;
            var tail = body[rest..];
            last = tail.StartsWith("--"u8);
            tail = last ? tail[2..] : tail;
            var lineEnd = tail.IndexOf((byte)'\n');
            var line = (lineEnd < 0 ? tail : tail[..lineEnd]).Trim(" \t\r"u8);
            if (!line.IsEmpty)
                continue;
            after = lineEnd < 0 ? body.Length : body.Length - tail.Length + lineEnd + 1;
            return true;
        }

        return false;
    }
}
