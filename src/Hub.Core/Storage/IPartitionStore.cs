namespace Hub.Core.Storage;

/// <summary>Ownership of partitions as the database sees it: epochs that fence, and leases for installations without a broker.</summary>
public interface IPartitionStore
{
    /// <summary>Takes partitions: raises the epoch of each, so that everything the last owner still writes is refused.</summary>
    /// <param name="node">Who takes them.</param>
    /// <param name="partitions">Which.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The new epoch of each.</returns>
    Task<IReadOnlyDictionary<int, long>> TakeAsync(string node, IReadOnlyList<int> partitions, CancellationToken cancel);

    /// <summary>Who took each partition last.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One entry per partition that was ever taken.</returns>
    Task<IReadOnlyList<PartitionOwner>> OwnersAsync(CancellationToken cancel);

    /// <summary>Opens a session whose locks fall when the process or its connection dies (PostgreSQL advisory locks). Null when the database is used by one process only (SQLite): the process owns everything.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The session or null.</returns>
    Task<IPartitionLocks?> OpenLocksAsync(CancellationToken cancel);

    /// <summary>Says that this node lives, and lists the nodes seen lately.</summary>
    /// <param name="node">This node.</param>
    /// <param name="within">How long ago counts as lately.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Names of live nodes, this one among them, sorted.</returns>
    Task<IReadOnlyList<string>> HeartbeatAsync(string node, TimeSpan within, CancellationToken cancel);
}

/// <summary>Who took a partition last.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Node">Name of the node; it may be long gone.</param>
/// <param name="Epoch">The epoch it got.</param>
public sealed record PartitionOwner(int Partition, string Node, long Epoch);

/// <summary>Locks on partitions, held by one connection.</summary>
public interface IPartitionLocks : IAsyncDisposable
{
    /// <summary>Tries to lock partitions without waiting.</summary>
    /// <param name="partitions">Which.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Those that are held now.</returns>
    Task<IReadOnlyList<int>> TryLockAsync(IReadOnlyList<int> partitions, CancellationToken cancel);

    /// <summary>Gives locks up.</summary>
    /// <param name="partitions">Which.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When done.</returns>
    Task ReleaseAsync(IReadOnlyList<int> partitions, CancellationToken cancel);

    /// <summary>True while the connection, and so every lock, is alive. Asks the database.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False when the locks are lost.</returns>
    Task<bool> IsAliveAsync(CancellationToken cancel);
}
