using Hub.Core.Storage;

namespace Hub.Delivery.Ownership;

/// <summary>Knows which nodes live, and which partitions this node should give up for them. A partition is kept for a while after it was taken, so that a node that has just died, and still seems alive, is not handed what it left.</summary>
internal sealed class FairShare(IPartitionStore store, string node, TimeProvider time, TimeSpan aliveWithin)
{
    private readonly Dictionary<int, DateTimeOffset> _since = [];
    private readonly TimeSpan _beat = aliveWithin / 6;
    private DateTimeOffset _next;

    /// <summary>Live nodes as last seen, this one among them.</summary>
    public IReadOnlyList<string> Live { get; private set; } = [node];

    /// <summary>Tells that this node lives, when it is time to.</summary>
    public async Task BeatAsync(CancellationToken cancel)
    {
        if (time.GetUtcNow() < _next)
            return;
        Live = await store.HeartbeatAsync(node, aliveWithin, cancel);
        _next = time.GetUtcNow() + _beat;
    }

    public void Took(IEnumerable<int> partitions)
    {
        foreach (var partition in partitions)
            _since[partition] = time.GetUtcNow();
    }

    /// <summary>Whether a partition is this node's by right.</summary>
    public bool IsMine(int partition) => Rendezvous.OwnerOf(partition, Live) == node;

    /// <summary>Whether a node other than this one is alive.</summary>
    public bool IsOtherAlive(string name) => name != node && Live.Contains(name);

    /// <summary>Owned partitions that belong to another live node.</summary>
    public IReadOnlyList<int> ToGive(IReadOnlyList<int> owned)
    {
        var now = time.GetUtcNow();
        return [.. owned.Where(p => !IsMine(p) && now - _since.GetValueOrDefault(p) >= aliveWithin)];
    }
}
