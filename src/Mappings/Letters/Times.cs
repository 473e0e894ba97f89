using System.Globalization;
using Hub.Core.Content;
using Hub.Kith.Types;

namespace Hub.Mappings.Letters;

/// <summary>Times as Norwegians write them, in Norwegian time.</summary>
internal static class Times
{
    /// <summary>A time as exact as it is known; a period has both ends.</summary>
    public static string Of(ClinicalTime time) =>
        time.End is { } end ? $"{Of(time.Start, time.Precision)} til {Of(end, time.Precision)}" : Of(time.Start, time.Precision);

    /// <summary>An instant: <c>01.03.2026 kl. 08.15</c>.</summary>
    public static string Of(DateTimeOffset at) => Of(at, TimePrecision.Instant);

    /// <summary>A date or time as a source wrote it (ISO 8601), in the same words; what is neither stays as it is.</summary>
    public static string OfText(string given) =>
        given.Length >= 10 && DateOnly.TryParseExact(given[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? given.Length == 10 ? day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) : new TS(given).Instant is { } instant ? Of(instant) : given
            : given;

    private static string Of(DateTimeOffset at, TimePrecision precision) => precision switch
    {
        TimePrecision.Year => at.ToString("yyyy", CultureInfo.InvariantCulture),
        TimePrecision.Month => at.ToString("MM.yyyy", CultureInfo.InvariantCulture),
        TimePrecision.Day => at.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        _ => at.ToOffset(NorwegianTime.OffsetAt(at)).ToString("dd.MM.yyyy 'kl.' HH.mm", CultureInfo.InvariantCulture),
    };
}
