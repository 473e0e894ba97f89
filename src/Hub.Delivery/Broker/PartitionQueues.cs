using System.Threading.Channels;
using Hub.Core.Deliveries;
using Hub.Delivery.Ownership;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Hub.Delivery.Broker;

/// <summary>The queues of the partitions: declares and consumes them, passes hints on, and reports tokens.</summary>
internal sealed class PartitionQueues(NodeContext node, PartitionTable partitions, BrokerNames names)
{
    private static readonly Dictionary<string, object?> Arguments = new() { ["x-queue-type"] = "quorum", ["x-single-active-consumer"] = true };

    private readonly Channel<TokenArrival> _arrivals = Channel.CreateUnbounded<TokenArrival>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<int, string> _consumers = [];

    public ChannelReader<TokenArrival> Arrivals => _arrivals.Reader;

    /// <summary>Declares everything, consumes every queue, and puts a token into each queue whose owner is not another live node.</summary>
    public async Task OpenAsync(BrokerSession session, CancellationToken cancel)
    {
        _consumers.Clear();
        await session.Events.ExchangeDeclareAsync(names.Events, ExchangeType.Topic, durable: true, cancellationToken: cancel);
        var orphans = await OrphansAsync(cancel);
        for (var partition = 0; partition < node.Installation.Partitions; partition++)
            await session.Consume.QueueDeclareAsync(names.Queue(partition), durable: true, exclusive: false, autoDelete: false, Arguments, cancellationToken: cancel);
        // Own ones first: after a wipe the owner is then the first consumer, and nothing moves.
        foreach (var partition in Enumerable.Range(0, node.Installation.Partitions).OrderBy(p => partitions.EpochOf(p) is null))
            await ConsumeAsync(session, partition, cancel);
        await Task.WhenAll(orphans.Select(p => PublishTokenAsync(session, p, cancel)));
    }

    public async Task ConsumeAsync(BrokerSession session, int partition, CancellationToken cancel)
    {
        var consumer = new AsyncEventingBasicConsumer(session.Consume);
        consumer.ReceivedAsync += (_, e) => ReceivedAsync(session, partition, e);
        consumer.UnregisteredAsync += (_, _) => _consumers.ContainsKey(partition) ? session.End("a queue is gone") : Task.CompletedTask;
        _consumers[partition] = await session.Consume.BasicConsumeAsync(names.Queue(partition), autoAck: false, consumer, cancel);
    }

    public async Task StopConsumingAsync(BrokerSession session, int partition, CancellationToken cancel)
    {
        if (_consumers.Remove(partition, out var tag))
            await session.Consume.BasicCancelAsync(tag, cancellationToken: cancel);
    }

    public Task PublishTokenAsync(BrokerSession session, int partition, CancellationToken cancel) =>
        session.PublishAsync(names.Queue(partition), BrokerNames.Token, ReadOnlyMemory<byte>.Empty, null, cancel);

    // A token too many does no harm: its holder keeps the newest only.
    private async Task<IReadOnlyList<int>> OrphansAsync(CancellationToken cancel)
    {
        var alive = await node.Store.HeartbeatAsync(node.Settings.Node, node.Settings.AliveWithin, cancel);
        var elsewhere = (await node.Store.OwnersAsync(cancel)).Where(o => o.Node != node.Settings.Node && alive.Contains(o.Node)).Select(o => o.Partition).ToHashSet();
        return [.. Enumerable.Range(0, node.Installation.Partitions).Where(p => !elsewhere.Contains(p))];
    }

    private async Task ReceivedAsync(BrokerSession session, int partition, BasicDeliverEventArgs message)
    {
        if (message.BasicProperties.Type == BrokerNames.Token)
        {
            _arrivals.Writer.TryWrite(new TokenArrival(session, partition, message.DeliveryTag));
            return;
        }

        if (HintMessage.Read(message.Body.Span) is { } hint)
            Pass(partition, hint);
        await session.Consume.BasicAckAsync(message.DeliveryTag, multiple: false);
    }

    private void Pass(int partition, HintMessage hint)
    {
        foreach (var work in hint.Work ?? [])
            partitions.DestinationOf(partition, work.Tenant, work.Partner)?.Hint(new(work.Message, work.No));
        foreach (var nudge in hint.Nudges ?? [])
        {
            var destination = partitions.DestinationOf(partition, nudge.Tenant, nudge.Partner);
            if (nudge.Message is { } withdrawn)
                destination?.Withdraw(nudge.Lane, new DeliveryId(withdrawn, nudge.No));
            destination?.Nudge(nudge.Lane);
        }
    }
}

/// <summary>A token that came with a session.</summary>
internal readonly record struct TokenArrival(BrokerSession Session, int Partition, ulong Tag);
