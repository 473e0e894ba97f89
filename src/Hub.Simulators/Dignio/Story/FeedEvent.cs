using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>One event of the vendor's system, as it is sent.</summary>
/// <param name="EventId">The vendor's id, the same when it is sent again.</param>
/// <param name="Person">Whom it is about.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="SendAt">When the vendor's system sends it: later than <paramref name="OccurredAt"/> when the phone was offline.</param>
/// <param name="Content">What it says.</param>
public sealed record FeedEvent(string EventId, SyntheticPerson Person, DateTimeOffset OccurredAt, DateTimeOffset SendAt, HomeContent Content)
{
    /// <summary>What ties it to others, such as the id of an alert; null when nothing does.</summary>
    public string? Correlation { get; init; }

    /// <summary>Out of the ordinary: <c>repeat</c>, <c>correction</c>, <c>late</c>, <c>early-closure</c>; null for most.</summary>
    public string? Oddity { get; init; }
}
