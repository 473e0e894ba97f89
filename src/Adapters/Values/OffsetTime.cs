using System.Globalization;

namespace Hub.Adapters.Values;

/// <summary>Instants in the profile of RFC 3339 section 5.6: with <c>Z</c> or an offset. A local time is no instant; no zone is guessed.</summary>
internal static class OffsetTime
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    /// <summary>Reads one.</summary>
    /// <param name="text">The text; null for none.</param>
    /// <returns>The instant, with the offset that it was written with; null when it is none.</returns>
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
