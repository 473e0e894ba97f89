using System.Threading.Channels;
using Hub.Core.Deliveries;

namespace Hub.Delivery.Broker;

/// <summary>Hints over the broker, batched: what has gathered while the last ones were on their way goes out as one message per partition.</summary>
internal sealed class BrokerHints(NodeContext node, BrokerLink link) : IHints
{
    private readonly Channel<Item> _channel = Channel.CreateBounded<Item>(new BoundedChannelOptions(20_000) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    public void Send(int partition, string tenant, string partner, DeliveryId id) => _channel.Writer.TryWrite(new Item(partition, tenant, partner, id));

    public void Nudge(DeliveryRow row) => _channel.Writer.TryWrite(
        new Item(row.Partition, row.Tenant, row.Partner, row.Id) { Lane = row.Lane, IsWithdrawn = row.State is DeliveryState.Held or DeliveryState.Discarded });

    public async Task RunAsync(CancellationToken stop)
    {
        var items = new List<Item>();
        try
        {
            while (await _channel.Reader.WaitToReadAsync(stop))
            {
                items.Clear();
                while (items.Count < 5000 && _channel.Reader.TryRead(out var item))
                    items.Add(item);
                await PublishAsync(items, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task PublishAsync(List<Item> items, CancellationToken stop)
    {
        foreach (var partition in items.GroupBy(i => i.Partition))
        {
            if (link.Session is not { } session)
                return;
            var message = new HintMessage(
                [.. partition.Where(i => i.Lane is null).GroupBy(i => (i.Tenant, i.Partner)).Select(g => Work(g.Key.Tenant, g.Key.Partner, g.Max(i => i.Id)))],
                [.. partition.Where(i => i.Lane is not null).Select(Nudge).Distinct()]);
            try
            {
                await session.PublishAsync(link.Names.Queue(partition.Key), BrokerNames.Hint, message.ToBytes(), "60000", stop);
                node.Metrics.Hints.Add(message.Work.Count + message.Nudges.Count);
            }
            catch (Exception lost) when (lost is not OperationCanceledException)
            {
                node.Outages.Failed("Publishing hints", lost);
                await session.End("a hint could not be published");
            }
        }
    }

    private static WorkHint Work(string tenant, string partner, DeliveryId last) => new(tenant, partner, last.MessageId, last.No);

    private static NudgeHint Nudge(Item item) => item.IsWithdrawn
        ? new NudgeHint(item.Tenant, item.Partner, item.Lane!.Value) { Message = item.Id.MessageId, No = item.Id.No }
        : new NudgeHint(item.Tenant, item.Partner, item.Lane!.Value);

    private readonly record struct Item(int Partition, string Tenant, string Partner, DeliveryId Id)
    {
        /// <summary>The lane that an operator acted on; null for new work.</summary>
        public long? Lane { get; init; }

        /// <summary>Whether the delivery is not to be sent.</summary>
        public bool IsWithdrawn { get; init; }
    }
}
