using System.Text;
using System.Text.RegularExpressions;
using Hub.Ebxml.Mime;

namespace Hub.Ebxml.Transport;

/// <summary>Recognises delivery status notifications (RFC 3464) and plain bounces among the mail that arrives.</summary>
public static partial class BounceReader
{
    private const int Scanned = 256 * 1024;

    /// <summary>Reads a mail as a bounce.</summary>
    /// <param name="mail">The mail, taken apart.</param>
    /// <returns>The bounce; null when the mail is an ebXML message or something else.</returns>
    public static Bounce? Read(MimeReading mail)
    {
        if (mail.Header("SOAPAction") is not null || !IsReport(mail))
            return null;
        var parts = new List<MimePart>(mail.Attachments);
        if (mail.Soap is not null)
            parts.Insert(0, mail.Soap);

        var status = Find(parts.Where(p => Is(p, "message/delivery-status") || Is(p, "text/plain")), Status());
        var action = Find(parts.Where(p => Is(p, "message/delivery-status")), Action())?.ToUpperInvariant();
        // The mail it is about comes last; what the report's own text names is only the second choice.
        var original = Find(parts.Where(p => Is(p, "message/rfc822") || Is(p, "text/rfc822-headers")), MessageId())
            ?? Find(parts, MessageId())
            ?? Trim(mail.Header("In-Reply-To"));
        return new(original, status, action == "FAILED" || (action is null && status?[0] == '5'));
    }

    private static bool IsReport(MimeReading mail)
    {
        var type = mail.Header("Content-Type") ?? "";
        if (type.Contains("multipart/report", StringComparison.OrdinalIgnoreCase))
            return true;
        var from = mail.Header("From") ?? "";
        return from.Contains("mailer-daemon", StringComparison.OrdinalIgnoreCase)
            || mail.Header("Return-Path")?.Replace(" ", "", StringComparison.Ordinal) == "<>"
            || mail.Header("X-Failed-Recipients") is not null;
    }

    private static bool Is(MimePart part, string type) =>
        part.ContentType?.StartsWith(type, StringComparison.OrdinalIgnoreCase) ?? type == "text/plain";

    private static string? Find(IEnumerable<MimePart> parts, Regex pattern)
    {
        foreach (var part in parts)
        {
            var text = Encoding.Latin1.GetString(part.Content.Span[..Math.Min(part.Content.Length, Scanned)]);
            if (pattern.Match(text) is { Success: true } match)
                return match.Groups[1].Value;
        }
        return null;
    }

    private static string? Trim(string? id) => id?.Trim().TrimStart('<').TrimEnd('>');

    [GeneratedRegex(@"^Message-ID:\s*<?([^>\s]{1,250})>?", RegexOptions.IgnoreCase | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageId();

    [GeneratedRegex(@"^Status:\s*([245]\.\d{1,3}\.\d{1,3})", RegexOptions.IgnoreCase | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Status();

    [GeneratedRegex(@"^Action:\s*(\w{1,20})", RegexOptions.IgnoreCase | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Action();
}
