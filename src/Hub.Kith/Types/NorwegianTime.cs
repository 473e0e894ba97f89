namespace Hub.Kith.Types;

/// <summary>
/// Norwegian civil time, needed because a KITH time without zone is local (opposite of ebXML). Computed by the European rule in force since 1996
/// (last Sunday of March and October, 01:00 UTC), so that it needs no time zone files.
/// </summary>
public static class NorwegianTime
{
    /// <summary>Offset from UTC at an instant: one hour, two in summer.</summary>
    /// <param name="instant">The instant.</param>
    public static TimeSpan OffsetAt(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        return TimeSpan.FromHours(utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10) ? 2 : 1);
    }

    /// <summary>Offset of a local time. In the hour that occurs twice it is the first of the two, in the hour that does not exist winter time.</summary>
    /// <param name="local">Norwegian date and time.</param>
    public static TimeSpan OffsetOfLocal(DateTime local)
    {
        var begins = LastSunday(local.Year, 3).AddHours(2);
        var ends = LastSunday(local.Year, 10).AddHours(2);
        return TimeSpan.FromHours(local >= begins && local < ends ? 2 : 1);
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Unspecified);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
