using System.Globalization;

namespace Hub.Adapters.Http;

/// <summary>Reads <c>Retry-After</c> (RFC 9110 section 10.2.3): seconds, or a date.</summary>
public static class RetryAfter
{
    /// <summary>The longest wait that is believed: a partner that says more is asked again after a day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Reads a value.</summary>
    /// <param name="value">The header as received.</param>
    /// <param name="now">The time that a date is compared with.</param>
    /// <returns>The wait, zero for a date that has passed, null when the value is neither seconds nor a date.</returns>
    public static TimeSpan? Parse(string? value, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        if (long.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var seconds))
            return seconds >= (long)Longest.TotalSeconds ? Longest : TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return null;
        var wait = date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
    }
}
