namespace Hub.Core.Content;

/// <summary>How exactly a time is known.</summary>
public enum TimePrecision
{
    /// <summary>A year.</summary>
    Year,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A calendar day, with no time of day and no zone.</summary>
    Day,

    /// <summary>An instant with its offset.</summary>
    Instant,
}

/// <summary>When something was so: an instant with the offset it was given in, or a date as exact as the source knew it, or the start of a period.</summary>
/// <param name="Start">The instant; for a date the start of it at offset zero (the offset then means nothing).</param>
/// <param name="Precision">How exactly it is known.</param>
/// <param name="End">The end of the period; null when it is one point in time.</param>
/// <param name="Literal">The text of <paramref name="Start"/> as received (fractions of a second included), null when the source had no text form.</param>
public sealed record ClinicalTime(DateTimeOffset Start, TimePrecision Precision = TimePrecision.Instant, DateTimeOffset? End = null, string? Literal = null);
