using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Kith.Types;

namespace Hub.Host.Reading;

/// <summary>A date parameter: prefix and value (FHIR R4 search, 3.1.1.4.7). Both the value and what is searched are periods as long as they are exact; a time without offset is Norwegian.</summary>
/// <param name="Prefix">eq, ne, lt, gt, le, ge, sa or eb.</param>
/// <param name="Low">Start of the value's period.</param>
/// <param name="High">End of it, exclusive.</param>
internal sealed record DateFilter(string Prefix, DateTimeOffset Low, DateTimeOffset High)
{
    private static readonly string[] Prefixes = ["eq", "ne", "lt", "gt", "le", "ge", "sa", "eb"];

    // A period may have begun before what is asked for and still reach into it: vendors are asked for a little more.
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(1);

    /// <summary>Start of what a source must be asked for; null when it is open.</summary>
    public DateTimeOffset? From => Prefix is "eq" or "gt" or "ge" or "sa" ? Low - LongestPeriod : null;

    /// <summary>End, exclusive, of what a source must be asked for; null when it is open.</summary>
    public DateTimeOffset? To => Prefix switch
    {
        "eq" or "le" => High,
        "lt" or "eb" => Low,
        _ => null,
    };

    /// <summary>Reads a value.</summary>
    /// <param name="text">The value with its prefix.</param>
    /// <returns>The filter; null when it is none, or approximate (<c>ap</c>), which nobody could rely on here.</returns>
    public static DateFilter? Read(string text)
    {
        var prefix = text.Length > 2 && char.IsAsciiLetterLower(text[0]) ? text[..2] : "eq";
        var value = char.IsAsciiLetterLower(text.Length > 0 ? text[0] : '0') ? text[Math.Min(2, text.Length)..] : text;
        if (!Prefixes.Contains(prefix))
            return null;

        // In a form, the plus of an offset reads as a space unless it was escaped.
        var moment = value.Replace(' ', '+');
        var timed = moment.Length > 10;
        if (timed && moment.Length == 16)
            moment += ":00";
        if (timed && moment.Length == 22 && moment[16] is '+' or '-')
            moment = moment.Insert(16, ":00");
        if (timed && !moment.EndsWith('Z') && !(moment.Length > 19 && moment.AsSpan(19).ContainsAny('+', '-')))
            moment += OffsetOf(moment);
        return FhirDateTime.TryParse(moment, out var parsed) && Period(parsed) is var (low, high) ? new DateFilter(prefix, low, high) : null;
    }

    /// <summary>Whether a time fits.</summary>
    /// <param name="time">The time.</param>
    /// <returns>True when it does.</returns>
    public bool Matches(ClinicalTime time)
    {
        var (low, high) = Span(time);
        return Prefix switch
        {
            "eq" => low >= Low && high <= High,
            "ne" => low < Low || high > High,
            "lt" => low < Low,
            "gt" => high > High,
            "le" => low < High,
            "ge" => high > Low,
            "sa" => low >= High,
            _ => high <= Low,
        };
    }

    private static string OffsetOf(string moment) =>
        DateTime.TryParse(moment, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var local) ? $"+{NorwegianTime.OffsetOfLocal(local):hh\\:mm}" : "";

    private static (DateTimeOffset Low, DateTimeOffset High) Period(FhirDateTime value)
    {
        if (value.Instant is { } instant)
            return (instant, instant.AddSeconds(value.Text.Contains('.') ? 0.001 : 1));
        var first = new DateTime(value.Year, value.Month ?? 1, value.Day ?? 1, 0, 0, 0, DateTimeKind.Unspecified);
        var last = value.Day is not null ? first.AddDays(1) : value.Month is not null ? first.AddMonths(1) : value.Year < 9999 ? first.AddYears(1) : DateTime.MaxValue.Date;
        return (At(first), At(last));
    }

    private static (DateTimeOffset Low, DateTimeOffset High) Span(ClinicalTime time)
    {
        if (time.End is { } end)
            return (time.Start, end > time.Start ? end : time.Start.AddTicks(1));
        return time.Precision switch
        {
            TimePrecision.Year => (time.Start, time.Start.AddYears(1)),
            TimePrecision.Month => (time.Start, time.Start.AddMonths(1)),
            TimePrecision.Day => (time.Start, time.Start.AddDays(1)),
            _ => (time.Start, time.Start.AddTicks(1)),
        };
    }

    private static DateTimeOffset At(DateTime local) => new(local, local.Year is < 2 or > 9998 ? TimeSpan.Zero : NorwegianTime.OffsetOfLocal(local));
}
