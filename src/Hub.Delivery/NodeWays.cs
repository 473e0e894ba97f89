using Hub.Delivery.Broker;
using Hub.Delivery.Ownership;
using Hub.Delivery.Pumping;

namespace Hub.Delivery;

/// <summary>How this node owns, hints and tells: the differences between one process, several nodes, and several nodes with a broker.</summary>
internal sealed class NodeWays : IAsyncDisposable
{
    private readonly NodeContext _node;
    private readonly BrokerLink? _link;
    private readonly BrokerHints? _hints;
    private readonly BrokerEvents? _events;
    private readonly PartitionQueues? _queues;
    private readonly CancellationTokenSource _stop = new();
    private Task _loops = Task.CompletedTask;

    public NodeWays(NodeContext node, PartitionTable partitions)
    {
        _node = node;
        Ownership = new InProcessOwnership(node.Store, node.Settings.Node, node.Installation.Partitions);
        if (node.Settings.RabbitMq is null)
            return;
        var names = new BrokerNames(node.Settings.Prefix);
        _link = new BrokerLink(node, names);
        Hints = _hints = new BrokerHints(node, _link);
        Events = _events = new BrokerEvents(node, _link);
        _queues = new PartitionQueues(node, partitions, names);
        Ownership = new SingleActiveConsumerOwnership(node, _link, _queues);
        Pace = PumpPace.Hinted;
    }

    /// <summary>How partitions are owned. Final once started.</summary>
    public IPartitionOwnership Ownership { get; private set; }

    public PumpPace Pace { get; private set; } = PumpPace.Alone;

    public IHints Hints { get; } = NoHints.Instance;

    public IHubEvents Events { get; } = NoEvents.Instance;

    public bool? BrokerConnected => _link is null ? null : _link.Session is not null;

    public async Task StartAsync(IOwnerSeat seat, CancellationToken cancel)
    {
        if (_link is null && await _node.Store.OpenLocksAsync(cancel) is { } locks)
        {
            Ownership = new AdvisoryLockOwnership(_node, locks);
            Pace = PumpPace.Polling;
        }

        if (_hints is not null && _events is not null)
            _loops = Task.WhenAll(Task.Run(() => _hints.RunAsync(_stop.Token), CancellationToken.None), Task.Run(() => _events.RunAsync(_stop.Token), CancellationToken.None));
        await Ownership.StartAsync(seat, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loops;
        await Ownership.DisposeAsync();
        _stop.Dispose();
    }
}
