using System.Globalization;
using System.Text;

namespace Hub.Ebxml.Mime;

/// <summary>Writes a whole mail (RFC 5322) with the top headers that HITS 1172 asks for.</summary>
public static class MailWriter
{
    /// <summary>The octets of the mail.</summary>
    /// <param name="message">The message.</param>
    /// <param name="headers">The mail's headers.</param>
    /// <exception cref="ArgumentException">A header has a line break or a character outside ASCII.</exception>
    public static byte[] Write(MimeMessage message, MailHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(headers);
        var head = new StringBuilder(512);
        Add(head, "From", headers.From);
        Add(head, "To", headers.To);
        Add(head, "Date", headers.Date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Add(head, "Message-ID", $"<{headers.MessageId}>");
        if (headers.Subject is not null)
            Add(head, "Subject", headers.Subject);
        Add(head, "MIME-Version", "1.0");
        Add(head, "SOAPAction", MimeMessage.SoapAction);
        Add(head, "Content-Type", message.ContentType.Replace("; ", ";\r\n ", StringComparison.Ordinal), folded: true);
        if (message.TransferEncoding is not null)
            Add(head, "Content-Transfer-Encoding", message.TransferEncoding);
        head.Append("\r\n");
        var bytes = new byte[head.Length + message.Body.Length];
        Encoding.ASCII.GetBytes(head.ToString(), bytes);
        message.Body.Span.CopyTo(bytes.AsSpan(head.Length));
        return bytes;
    }

    private static void Add(StringBuilder head, string name, string value, bool folded = false)
    {
        if (!folded && value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            throw new ArgumentException($"The header {name} has a character that it cannot carry.");
        head.Append(name).Append(": ").Append(value).Append("\r\n");
    }
}
