using Hub.Delivery.Broker;
using Hub.Delivery.Ownership;
using Hub.Delivery.Pumping;

namespace Hub.Delivery;

/// <summary>How this node owns, hints and tells: the differences between one process, several nodes, and several nodes with a broker.</summary>
internal sealed class NodeWays : IAsyncDisposable
{
    private NodeWays(IPartitionOwnership ownership, PumpPace pace) => (Ownership, Pace) = (ownership, pace);

    public IPartitionOwnership Ownership { get; }

    public PumpPace Pace { get; }

    public IHints Hints { get; private init; } = NoHints.Instance;

    public IHubEvents Events { get; private init; } = NoEvents.Instance;

    public bool? BrokerConnected { get; private init; }

    public static NodeWays Choose(NodeContext node, PartitionTable partitions) =>
        new(new InProcessOwnership(node.Store, node.Settings.Node, node.Installation.Partitions), PumpPace.Alone);

    public Task StartAsync(IOwnerSeat seat, CancellationToken cancel) => Ownership.StartAsync(seat, cancel);

    public ValueTask AbortAsync() => Ownership.DisposeAsync();

    public ValueTask DisposeAsync() => Ownership.DisposeAsync();
}
