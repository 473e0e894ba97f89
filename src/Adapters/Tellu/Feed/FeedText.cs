using Hub.Adapters.Values;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Feed;

/// <summary>A page as the system wrote it.</summary>
/// <param name="Entries">The entries, each for itself.</param>
/// <param name="Cursor">Where it goes on.</param>
/// <param name="More">Whether there is more right now.</param>
/// <param name="Until">When the last entry was published; null for an empty page.</param>
internal sealed record FeedText(IReadOnlyList<FeedItem> Entries, string Cursor, bool More, DateTimeOffset? Until)
{
    private const int LongestCursor = 1000;

    /// <summary>Reads a page; nothing of it is used when a part cannot be read.</summary>
    public static Result<FeedText> Read(TelluFormat format, ReadOnlyMemory<byte> body) => format == TelluFormat.Xml ? FeedXml.Read(body) : FeedJson.Read(body);

    /// <summary>Whether the text comes to its end. One that does not was cut off on the way and may be whole the next time; one that does has a fault inside.</summary>
    public static bool Ends(TelluFormat format, ReadOnlySpan<byte> body)
    {
        var text = body.TrimEnd(" \t\r\n"u8);
        return format == TelluFormat.Xml ? text.EndsWith("</feed>"u8) : text is [.., (byte)'}'];
    }

    /// <summary>A page of its parts.</summary>
    public static Result<FeedText> Of(IReadOnlyList<FeedItem> entries, string? cursor, bool more, string? until)
    {
        if (string.IsNullOrWhiteSpace(cursor) || cursor.Length > LongestCursor || cursor.Any(char.IsControl))
            return LookupErrors.Unreadable.At("cursor", "The page has no cursor, or one that is too long");
        if (until is null)
            return new FeedText(entries, cursor, more, null);
        return OffsetTime.Read(until) is { } at
            ? new FeedText(entries, cursor, more, at)
            : LookupErrors.Unreadable.At("until", "The page says until when it goes in a form that is not a time with its offset");
    }

    /// <summary>What people know an entry by; its place where its id may say more than that.</summary>
    public static string Label(string? entryId, int number) =>
        entryId is { Length: > 0 and <= 120 } && entryId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':') && !entryId.Split('-', '_', '.', ':').Any(p => p.Length >= 10 && p.All(char.IsAsciiDigit))
            ? entryId
            : $"entry {number} of the page";
}
