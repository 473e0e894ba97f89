namespace Hub.Delivery.Pauses;

/// <summary>How pauses held up a delivery. Its give-up time stands still meanwhile.</summary>
/// <param name="At">The moment of which this tells.</param>
/// <param name="Spans">When it was made to wait, in order and without overlap; the last ends at that moment where it still waits.</param>
/// <param name="Holding">The pauses that hold then.</param>
public sealed record PausedTimes(DateTimeOffset At, IReadOnlyList<PauseSpan> Spans, IReadOnlyList<Pause> Holding)
{
    /// <summary>Nothing held it up.</summary>
    public static PausedTimes None { get; } = new(DateTimeOffset.MinValue, [], []);

    /// <summary>For how long it was made to wait.</summary>
    public TimeSpan Waited => Spans.Aggregate(TimeSpan.Zero, (sum, span) => sum + (span.To - span.From));

    /// <summary>When it goes on; null when it waits for nothing, or until somebody resumes.</summary>
    public DateTimeOffset? EndsAt => Holding.Count > 0 && Holding.All(p => p.Until is not null) ? Holding.Max(p => p.Until) : null;
}
