using System.Text;

namespace Hub.Ebxml.Transport;

/// <summary>Writes a message as mail text for a local mail program: lines end in LF, and nothing in it that mail would change.</summary>
internal static class MailText
{
    // RFC 5321: 998 characters and the line end.
    private const int LongestLine = 998;

    internal static bool IsAddress(string? address) =>
        address is { Length: > 2 and <= 254 }
        && address[0] != '-'
        && address.All(c => char.IsAsciiLetterOrDigit(c) || "@.!#$%&'*+/=?^_`{|}~-".Contains(c, StringComparison.Ordinal))
        && address.IndexOf('@', StringComparison.Ordinal) is var at and > 0
        && at == address.LastIndexOf('@') && at < address.Length - 1;

    /// <summary>The text; a failure when a header or the body cannot be carried.</summary>
    internal static Outcome<byte[]> Write(WireMessage message)
    {
        var head = new StringBuilder();
        foreach (var header in message.Headers)
        {
            if (header.Name.Length == 0 || !header.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') || header.Value.Any(c => c < ' ' && c != '\t'))
                return new Failure(TransportCodes.BadAddress, "A header has characters that do not belong there.", header.Name);
            if (!Ascii.IsValid(header.Value) || header.Name.Length + header.Value.Length + 2 > LongestLine)
                return new Failure(TransportCodes.NotMailSafe, "A header is too long for mail, or not ASCII.", header.Name);
            head.Append(header.Name).Append(": ").Append(Folded(header.Value)).Append('\n');
        }
        head.Append('\n');

        var body = message.Body.Span;
        var text = new byte[head.Length + body.Length + 1];
        var length = Encoding.ASCII.GetBytes(head.ToString(), text);
        var line = 0;
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '\r' && i + 1 < body.Length && body[i + 1] == '\n')
                continue;
            line = body[i] == '\n' ? 0 : line + 1;
            if (body[i] is 0 or > 127 or (byte)'\r' || line > LongestLine)
                return new Failure(TransportCodes.NotMailSafe, "The body has bytes or lines that mail does not carry unchanged.", $"byte {i}");
            text[length++] = body[i];
        }
        if (line > 0)
            text[length++] = (byte)'\n';
        return text.AsSpan(0, length).ToArray();
    }

    // RFC 2047: between encoded words a line may end, and must before it is too long.
    private static string Folded(string value) => value.Replace("?= =?", "?=\n =?", StringComparison.Ordinal);
}
