namespace Hub.Delivery.Ownership;

/// <summary>The tokens this node holds in the present session, by partition. A token held unacknowledged says: this node's consumer is the active one.</summary>
internal sealed class TokenBook
{
    private readonly Dictionary<int, ulong> _held = [];

    public IReadOnlyCollection<int> Partitions => _held.Keys;

    public bool Holds(int partition) => _held.ContainsKey(partition);

    /// <summary>A token came. Of two the newer is kept, so publishing one is all it takes to renew.</summary>
    /// <returns>The older one, to be acknowledged; null when there was none.</returns>
    public ulong? Put(int partition, ulong tag)
    {
        var older = _held.TryGetValue(partition, out var held) ? held : (ulong?)null;
        _held[partition] = tag;
        return older;
    }

    public ulong? Remove(int partition) => _held.Remove(partition, out var tag) ? tag : null;

    /// <summary>The session is gone, and its tokens with it.</summary>
    public void Clear() => _held.Clear();
}
