using System.Globalization;

namespace Hub.Kith.Types;

/// <summary>
/// A point in time as it was written: dateTime, date, gYear, gYearMonth or time (KITH data type TS). The text is kept, since receipts repeat it
/// verbatim and since its precision is part of its meaning.
/// </summary>
/// <param name="V">The text; <see langword="null"/> when the attribute is absent.</param>
public sealed record TS(string? V)
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>An instant in Norwegian time with its offset, to the second.</summary>
    /// <param name="instant">The instant.</param>
    public static TS Of(DateTimeOffset instant) =>
        new(instant.ToOffset(NorwegianTime.OffsetAt(instant)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    /// <summary>A date.</summary>
    /// <param name="date">The date.</param>
    public static TS Of(DateOnly date) => new(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The instant, or <see langword="null"/> when the text is not a date with a time. A text without zone is Norwegian time.</summary>
    public DateTimeOffset? Instant
    {
        get
        {
            if (V is null || !DateTime.TryParseExact(Shorten(V.Trim()), Forms, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at))
                return null;
            if (at.Kind == DateTimeKind.Utc) return new DateTimeOffset(at, TimeSpan.Zero);
            if (at.Kind == DateTimeKind.Unspecified) return new DateTimeOffset(at, NorwegianTime.OffsetOfLocal(at));
            return DateTimeOffset.TryParse(Shorten(V.Trim()), CultureInfo.InvariantCulture, DateTimeStyles.None, out var offset) ? offset : null;
        }
    }

    /// <summary>The date, from a date or from a date with a time; <see langword="null"/> when there is none or it is not valid.</summary>
    public DateOnly? Date =>
        V is { Length: >= 10 } && DateOnly.TryParseExact(V.AsSpan().Trim()[..Math.Min(10, V.AsSpan().Trim().Length)], "yyyy-MM-dd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    // More than seven digits of a second are allowed by XML Schema and unknown to .NET.
    private static string Shorten(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0) return text;
        var end = point + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - point - 1 <= 7 ? text : string.Concat(text.AsSpan(0, point + 8), text.AsSpan(end));
    }
}
