using Hub.Core.Storage;

namespace Hub.Host.Faces.Operators;

/// <summary>How traffic one way fares.</summary>
internal enum FlowHealth
{
    /// <summary>What comes in arrives.</summary>
    Ok,

    /// <summary>It arrives late.</summary>
    Slow,

    /// <summary>It does not arrive: something waits for a receiver that does not answer, or after the last delivery some were given up, or all that wait have failed.</summary>
    Down,

    /// <summary>Nothing came in.</summary>
    Silent,

    /// <summary>An operator lets it wait.</summary>
    Paused,
}

/// <summary>Judges edges of the flow map. Pure.</summary>
internal static class FlowVerdict
{
    /// <summary>Waiting for longer than this, or 5 of 100 taking longer than this, is slow: 5 min.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Judges.</summary>
    /// <param name="edge">What went one way.</param>
    /// <param name="now">The time now, or the end of a period that is over.</param>
    /// <param name="isPaused">Whether an operator lets it wait now.</param>
    /// <param name="isDown">Whether the receiver does not answer now. Most of what waits behind an open circuit is never tried, so that its failures alone tell too little.</param>
    /// <returns>The verdict.</returns>
    public static FlowHealth Of(FlowEdge edge, DateTimeOffset now, bool isPaused = false, bool isDown = false)
    {
        if (isPaused)
            return FlowHealth.Paused;
        if (edge.Accepted == 0)
            return FlowHealth.Silent;
        if (isDown && edge.Pending > 0)
            return FlowHealth.Down;
        if (edge.LastFailedAt is { } failed && (edge.LastDeliveredAt is null || failed > edge.LastDeliveredAt) && (edge.Delivered == 0 || edge.Pending > 0))
            return FlowHealth.Down;
        if (edge.Pending > 0 && edge.Retrying == edge.Pending && (edge.LastDeliveredAt is null || edge.OldestPendingAt > edge.LastDeliveredAt))
            return FlowHealth.Down;
        return now - edge.OldestPendingAt > Patience || edge.P95Ms > Patience.TotalMilliseconds ? FlowHealth.Slow : FlowHealth.Ok;
    }
}
