using System.Collections.Concurrent;
using Hub.Delivery.Lanes;
using Hub.Delivery.Observability;
using Hub.Delivery.Sending;

namespace Hub.Delivery.Ownership;

/// <summary>The partitions of this node and the destinations in them.</summary>
internal sealed class PartitionTable(NodeContext node, Shipper shipper) : IOwnerSeat
{
    private static readonly TimeSpan LeaveWithin = TimeSpan.FromSeconds(3);

    private readonly OwnedPartition?[] _owned = new OwnedPartition?[node.Installation.Partitions];
    private readonly ConcurrentDictionary<(string Tenant, string Partner), PartnerLine> _lines = new();
    private readonly Lock _gate = new();

    /// <summary>Raised when partitions were taken: their backlog is to be looked for.</summary>
    public event Action? Changed;

    public IReadOnlyList<int> Owned => [.. _owned.Where(p => p is { IsLeaving: false }).Select(p => p!.Number)];

    public int Count => _owned.Count(p => p is { IsLeaving: false });

    public IEnumerable<PartnerLine> Lines => _lines.Values;

    public IEnumerable<Destination> Destinations => _owned.Where(p => p is not null).SelectMany(p => p!.Destinations.Values);

    public long? EpochOf(int partition) => Find(partition)?.Epoch;

    public OwnedPartition? Find(int partition) => (uint)partition < (uint)_owned.Length ? Volatile.Read(ref _owned[partition]) : null;

    /// <summary>The destination of a delivery, null when the partition is somebody else's.</summary>
    public Destination? DestinationOf(int partition, string tenant, string partner)
    {
        if (Find(partition) is not { IsLeaving: false } owned)
            return null;
        if (owned.Destinations.TryGetValue((tenant, partner), out var known))
            return known;
        lock (_gate)
        {
            if (!ReferenceEquals(Find(partition), owned))
                return null;
            if (owned.Destinations.TryGetValue((tenant, partner), out known))
                return known;
            var line = _lines.GetOrAdd((tenant, partner), k => new PartnerLine(node, k.Tenant, k.Partner));
            return owned.Destinations[(tenant, partner)] = new Destination(node, shipper, line, owned);
        }
    }

    public void Gained(IReadOnlyDictionary<int, long> epochs)
    {
        lock (_gate)
        {
            foreach (var (partition, epoch) in epochs)
            {
                Remove(partition);
                Volatile.Write(ref _owned[partition], new OwnedPartition(partition, epoch));
            }
        }

        if (epochs.Count == 0)
            return;
        Log.Took(node.Logger, epochs.Count);
        Changed?.Invoke();
    }

    public void Lost(IReadOnlyList<int> partitions, string reason)
    {
        var lost = 0;
        lock (_gate)
        {
            foreach (var partition in partitions)
                lost += Remove(partition) ? 1 : 0;
        }

        if (lost > 0)
            Log.GaveUp(node.Logger, lost, reason);
    }

    /// <summary>The database refused an epoch: somebody else has the partition.</summary>
    public void Stale(int partition, long epoch)
    {
        if (EpochOf(partition) == epoch)
            Lost([partition], "another node took them");
    }

    public async Task LeaveAsync(IReadOnlyList<int> partitions, string reason)
    {
        var leaving = partitions.Select(Find).OfType<OwnedPartition>().ToList();
        foreach (var partition in leaving)
            partition.IsLeaving = true;
        var until = node.Now + LeaveWithin;
        while (node.Now < until && (leaving.Any(p => p.Destinations.Values.Any(d => !d.IsSettled))))
            await Task.Delay(TimeSpan.FromMilliseconds(5), node.Time);
        Lost(partitions, reason);
    }

    private bool Remove(int partition)
    {
        if (_owned[partition] is not { } owned)
            return false;
        Volatile.Write(ref _owned[partition], null);
        foreach (var destination in owned.Destinations.Values)
            destination.Drop();
        return true;
    }
}
