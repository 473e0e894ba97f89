namespace Hub.Host.Alerts;

/// <summary>Somebody who is told of alerts.</summary>
internal interface IAlertReceiver : IDisposable
{
    /// <summary>Stable name, by which it is remembered what it was told.</summary>
    string Name { get; }

    /// <summary>Tells it.</summary>
    /// <param name="notice">What.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Why it did not take it, in a word; null when it did. Never throws for what a receiver or network does.</returns>
    Task<string?> TellAsync(AlertNotice notice, CancellationToken cancel);
}

/// <summary>What a receiver is told.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Alert">The alert.</param>
/// <param name="At">When it is told.</param>
/// <param name="Node">Who tells it.</param>
internal sealed record AlertNotice(AlertEvent Event, StoredAlert Alert, DateTimeOffset At, string Node);
