using System.Globalization;
using Hub.Ebxml.Mime;

namespace Hub.Ebxml.Transport;

/// <summary>A message as it goes over the wire: its top headers and its body, both exactly as signed and stored.</summary>
/// <param name="Headers">Top headers, among them Content-Type and SOAPAction.</param>
/// <param name="Body">The octets after the empty line.</param>
public sealed record WireMessage(IReadOnlyList<MimeHeader> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Largest message of the network: 10 MB (HITS 1171).</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The first header of a name; null when there is none.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>Its value.</returns>
    public string? Header(string name) => Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>A message for <see cref="HttpsTransport"/>.</summary>
    /// <param name="mime">The message.</param>
    /// <returns>The message with the headers that HTTP needs.</returns>
    public static WireMessage ForHttp(MimeMessage mime) => new(Content(mime), mime.Body);

    /// <summary>A message for <see cref="SendmailTransport"/> (HITS 1171 and 1172 rules 18 to 22, 51, 261, 262).</summary>
    /// <param name="mime">The message; its parts must be encoded in base64 or quoted-printable.</param>
    /// <param name="from">Mail address of the sender, as in the address register.</param>
    /// <param name="to">Mail address of the receiver, as in the address register.</param>
    /// <param name="mailId">Message-ID without angle brackets; another one than the eb:MessageId, and the same for a resend.</param>
    /// <param name="date">When the message was made.</param>
    /// <returns>The message with the headers that mail needs.</returns>
    public static WireMessage ForMail(MimeMessage mime, string from, string to, string mailId, DateTimeOffset date) => new(
        [
            new("From", from),
            new("To", to),
            new("Date", date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000"),
            new("Message-ID", $"<{mailId}>"),
            new("MIME-Version", "1.0"),
            .. Content(mime),
        ],
        mime.Body);

    private static List<MimeHeader> Content(MimeMessage mime)
    {
        List<MimeHeader> headers = [new("SOAPAction", MimeMessage.SoapAction), new("Content-Type", mime.ContentType)];
        if (mime.TransferEncoding is not null)
            headers.Add(new("Content-Transfer-Encoding", mime.TransferEncoding));
        return headers;
    }
}
