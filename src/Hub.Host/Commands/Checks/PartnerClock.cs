namespace Hub.Host.Commands.Checks;

/// <summary>How far another clock is off. Pure.</summary>
internal static class PartnerClock
{
    /// <summary>How far it is off at least, when it was asked between two moments.</summary>
    /// <param name="before">When it was asked.</param>
    /// <param name="date">What it said, in whole seconds (RFC 9110 section 6.6.1): it may be up to a second more.</param>
    /// <param name="after">When the answer was there.</param>
    /// <returns>How far it is ahead, below zero when it is behind; zero while its answer lies between the two.</returns>
    public static TimeSpan Skew(DateTimeOffset before, DateTimeOffset date, DateTimeOffset after) =>
        date > after ? date - after : date.AddSeconds(1) < before ? date.AddSeconds(1) - before : TimeSpan.Zero;
}
