namespace Hub.Ebxml.Reliability;

/// <summary>A record in memory, for tests and counterparts that need not survive a restart.</summary>
public sealed class MemoryExchangeRecord : IExchangeRecord
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ReceivedKey, RememberedMessage> _received = [];
    private readonly Dictionary<string, SentMessage> _sent = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<RememberedMessage?> AddReceivedAsync(RememberedMessage message, CancellationToken cancellation)
    {
        lock (_gate)
            return new(_received.TryAdd(message.Key, message) ? null : _received[message.Key]);
    }

    /// <inheritdoc/>
    public ValueTask<RememberedMessage?> FindReceivedAsync(ReceivedKey key, CancellationToken cancellation)
    {
        lock (_gate)
            return new(_received.GetValueOrDefault(key));
    }

    /// <inheritdoc/>
    public ValueTask<int> ForgetReceivedAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var over = _received.Values.Where(m => m.KeepUntil < now).Select(m => m.Key).ToList();
            over.ForEach(key => _received.Remove(key));
            return new(over.Count);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> AddSentAsync(SentMessage message, CancellationToken cancellation)
    {
        lock (_gate)
            return new(_sent.TryAdd(message.MessageId, message));
    }

    /// <inheritdoc/>
    public ValueTask<SentMessage?> FindSentAsync(string messageId, CancellationToken cancellation)
    {
        lock (_gate)
            return new(_sent.GetValueOrDefault(messageId));
    }

    /// <inheritdoc/>
    public ValueTask<bool> SaveSentAsync(SentMessage message, int seenVersion, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (!_sent.TryGetValue(message.MessageId, out var stored) || stored.Version != seenVersion)
                return new(false);
            _sent[message.MessageId] = message;
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SentMessage>> DueAsync(ResendSchedule schedule, DateTimeOffset now, int limit, CancellationToken cancellation)
    {
        lock (_gate)
        {
            IReadOnlyList<SentMessage> due =
                [.. _sent.Values.Where(m => !m.IsFinal && schedule.DueOf(m) <= now).OrderBy(schedule.DueOf).ThenBy(m => m.MessageId, StringComparer.Ordinal).Take(limit)];
            return new(due);
        }
    }
}
