using RabbitMQ.Client;

namespace Hub.Delivery.Broker;

/// <summary>One connection to the broker while it lasts. Any fault ends it as a whole; the next one declares everything anew, so a wiped broker needs no special care.</summary>
internal sealed class BrokerSession : IAsyncDisposable
{
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BrokerSession(IConnection connection, IChannel consume, IChannel publish, IChannel events)
    {
        (Connection, Consume, Publish, Events) = (connection, consume, publish, events);
        connection.ConnectionShutdownAsync += (_, e) => End(e.ReplyText);
        foreach (var channel in new[] { consume, publish, events })
            channel.ChannelShutdownAsync += (_, e) => End(e.ReplyText);
    }

    public IConnection Connection { get; }

    /// <summary>Consumers of the partitions.</summary>
    public IChannel Consume { get; }

    /// <summary>Tokens and hints, confirmed and mandatory.</summary>
    public IChannel Publish { get; }

    /// <summary>Events for others, unconfirmed.</summary>
    public IChannel Events { get; }

    /// <summary>Completes with the reason when the session has ended.</summary>
    public Task<string> Ended => _ended.Task;

    public bool IsOpen => !_ended.Task.IsCompleted;

    public static async Task<BrokerSession> OpenAsync(Uri address, string name, CancellationToken cancel)
    {
        var factory = new ConnectionFactory
        {
            Uri = address,
            ClientProvidedName = name,
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedHeartbeat = TimeSpan.FromSeconds(10),
            RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
        };
        var connection = await factory.CreateConnectionAsync(cancel);
        try
        {
            var confirmed = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
            var session = new BrokerSession(
                connection,
                await connection.CreateChannelAsync(cancellationToken: cancel),
                await connection.CreateChannelAsync(confirmed, cancel),
                await connection.CreateChannelAsync(cancellationToken: cancel));
            await session.Consume.BasicQosAsync(0, 64, global: false, cancel);
            return session;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Publishes to a partition's queue and waits for the broker's word. A queue that is gone ends the session, and the next one declares it.</summary>
    public async Task PublishAsync(string queue, string type, ReadOnlyMemory<byte> body, string? expiration, CancellationToken cancel)
    {
        var properties = new BasicProperties { Type = type, Persistent = true, Expiration = expiration };
        try
        {
            await Publish.BasicPublishAsync(string.Empty, queue, mandatory: true, properties, body, cancel);
        }
        catch (RabbitMQ.Client.Exceptions.PublishException refused)
        {
            await End(refused.IsReturn ? "a queue is gone" : "a publish was refused");
            throw;
        }
    }

    public Task End(string reason)
    {
        _ended.TrySetResult(reason);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await End("closed");
        await Connection.AbortAsync(200, "closed", TimeSpan.FromSeconds(1));
        await Connection.DisposeAsync();
    }
}
