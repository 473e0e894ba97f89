using System.Text.Json;
using System.Threading.Channels;
using Hub.Core.Deliveries;
using RabbitMQ.Client;

namespace Hub.Delivery.Broker;

/// <summary>Publishes events to the topic exchange as small JSON without patient data: <c>accepted</c> and <c>delivered</c> gathered over a moment, the others one by one. When the broker cannot take them the oldest are dropped and counted; nothing waits for it.</summary>
internal sealed class BrokerEvents : IHubEvents
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    private readonly NodeContext _node;
    private readonly BrokerLink _link;
    private readonly Channel<Item> _channel;

    public BrokerEvents(NodeContext node, BrokerLink link)
    {
        (_node, _link) = (node, link);
        _channel = Channel.CreateBounded<Item>(
            new BoundedChannelOptions(50_000) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest },
            _ => node.Metrics.EventsDropped.Add(1));
    }

    public void Accepted(string tenant, string source, int messages) => _channel.Writer.TryWrite(new Item("accepted", tenant, source, default, null, messages));

    public void Delivered(string tenant, string partner, DeliveryId id) => _channel.Writer.TryWrite(new Item("delivered", tenant, partner, id, null, 1));

    public void DeadLettered(string tenant, string partner, DeliveryId id, string code) => _channel.Writer.TryWrite(new Item("dead-lettered", tenant, partner, id, code, 1));

    public void PartnerDown(string tenant, string partner) => _channel.Writer.TryWrite(new Item("partner.down", tenant, partner, default, null, 1));

    public void PartnerUp(string tenant, string partner) => _channel.Writer.TryWrite(new Item("partner.up", tenant, partner, default, null, 1));

    public async Task RunAsync(CancellationToken stop)
    {
        var items = new List<Item>();
        try
        {
            while (await _channel.Reader.WaitToReadAsync(stop))
            {
                if (_link.Session is { } session)
                {
                    items.Clear();
                    while (items.Count < 5000 && _channel.Reader.TryRead(out var item))
                        items.Add(item);
                    await PublishAsync(session, items, stop);
                }

                await Task.Delay(Gathering, _node.Time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task PublishAsync(BrokerSession session, List<Item> items, CancellationToken stop)
    {
        try
        {
            foreach (var group in items.GroupBy(i => (i.Kind, i.Tenant, i.Partner)))
            {
                var (kind, tenant, partner) = group.Key;
                object body = kind switch
                {
                    "accepted" => new { at = _node.Now, tenant, source = partner, messages = group.Sum(i => i.Count) },
                    "delivered" => new { at = _node.Now, tenant, partner, deliveries = group.Select(i => i.Id.ToString()).ToArray() },
                    "dead-lettered" => new { at = _node.Now, tenant, partner, deliveries = group.Select(i => new { id = i.Id.ToString(), code = i.Code }).ToArray() },
                    _ => new { at = _node.Now, tenant, partner },
                };
                var properties = new BasicProperties { Type = kind, ContentType = "application/json", Persistent = true };
                await session.Events.BasicPublishAsync(_link.Names.Events, kind, mandatory: false, properties, JsonSerializer.SerializeToUtf8Bytes(body), stop);
            }
        }
        catch (Exception lost) when (lost is not OperationCanceledException)
        {
            _node.Metrics.EventsDropped.Add(items.Count);
            _node.Outages.Failed("Publishing events", lost);
        }
    }

    private readonly record struct Item(string Kind, string Tenant, string Partner, DeliveryId Id, string? Code, int Count);
}
