namespace Hub.Delivery.Pauses;

/// <summary>An operator lets deliveries wait.</summary>
/// <param name="Target">Which.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">When it ends by itself; null for not before somebody resumes.</param>
/// <param name="By">Who paused.</param>
/// <param name="Reason">Why, without personal data.</param>
public sealed record Pause(PauseTarget Target, DateTimeOffset Since, DateTimeOffset? Until, string By, string Reason)
{
    /// <summary>Whether it holds.</summary>
    /// <param name="now">The time now.</param>
    /// <returns>False once it has ended by itself.</returns>
    public bool Holds(DateTimeOffset now) => Until is not { } until || now < until;
}

/// <summary>A time for which deliveries waited.</summary>
/// <param name="From">Its begin.</param>
/// <param name="To">Its end.</param>
public readonly record struct PauseSpan(DateTimeOffset From, DateTimeOffset To);
