using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hub.Adapters.Tellu.Feed;

/// <summary>Where the feed is read on. Its text is kept by the hub between reads.</summary>
/// <param name="Cursor">The system's own cursor; null at the beginning, or where <paramref name="Since"/> says.</param>
/// <param name="ETag">Tag of the feed as it was when there was nothing more; null when there was.</param>
/// <param name="Until">When the last entry that was read had been published; null when none was.</param>
/// <param name="Since">From when to read, where there is no cursor.</param>
internal sealed record FeedPosition(string? Cursor, string? ETag, DateTimeOffset? Until, DateTimeOffset? Since)
{
    // Cursors are full of signs that would be written with six characters each.
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly FeedPosition Beginning = new(null, null, null, null);

    /// <summary>Reads the text of a position; one that cannot be read begins anew, and what was taken in already is a repeat.</summary>
    public static FeedPosition Read(string? text, DateTimeOffset? from)
    {
        try
        {
            return (text is null ? null : JsonSerializer.Deserialize<FeedPosition>(text)) ?? Beginning with { Since = from };
        }
        catch (JsonException)
        {
            return Beginning with { Since = from };
        }
    }

    /// <summary>The position to begin again at when the system no longer knows the cursor.</summary>
    public FeedPosition Again(TimeSpan overlap, DateTimeOffset? from) => Beginning with { Until = Until, Since = Until is { } until ? until - overlap : from };

    public override string ToString() => JsonSerializer.Serialize(this, Short);
}
