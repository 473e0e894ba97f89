namespace Hub.Simulators.Dignio;

/// <summary>A change of follow-up that the vendor's system was told.</summary>
/// <param name="No">Order of arrival, 1 for the first.</param>
/// <param name="EventId">The event's own id.</param>
/// <param name="Patient">National id.</param>
/// <param name="State">included, paused or ended.</param>
/// <param name="Reason">In words.</param>
/// <param name="EffectiveAt">From when, as written.</param>
/// <param name="Digest">SHA-256 of the bytes, hexadecimal.</param>
public sealed record FollowUpEvent(int No, string EventId, string Patient, string State, string Reason, string EffectiveAt, string Digest)
{
    /// <summary>First message of the matter; the event's own id where none was told.</summary>
    public string Chain { get; init; } = EventId;

    /// <summary>When the message was sent, null where it was not told.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Whether it withdraws its chain.</summary>
    public bool Cancels { get; init; }
}
