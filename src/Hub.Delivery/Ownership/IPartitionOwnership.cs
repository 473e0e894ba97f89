namespace Hub.Delivery.Ownership;

/// <summary>How a node comes to own partitions. Three ways: the process itself, advisory locks, single-active-consumer queues. Every way takes a partition by raising its epoch in the database, so that at any time at most one node's outcomes are written, whatever the way believes.</summary>
internal interface IPartitionOwnership : IAsyncDisposable
{
    /// <summary>Name for status pages.</summary>
    string Name { get; }

    /// <summary>True when no other node can be at work on this database: every message number then comes from this process.</summary>
    bool IsExclusive { get; }

    /// <summary>Starts to take partitions, and goes on until disposed.</summary>
    /// <param name="seat">Who is told.</param>
    /// <param name="cancel">Gives up starting.</param>
    Task StartAsync(IOwnerSeat seat, CancellationToken cancel);

    /// <summary>Gives everything up at once, so that other nodes need not wait. The node has drained what was in flight.</summary>
    /// <param name="cancel">Gives up.</param>
    Task ReleaseAsync(CancellationToken cancel);
}

/// <summary>The side of a node that gains and loses partitions.</summary>
internal interface IOwnerSeat
{
    /// <summary>Partitions owned now.</summary>
    IReadOnlyList<int> Owned { get; }

    /// <summary>The epoch of an owned partition; null when it is not owned.</summary>
    long? EpochOf(int partition);

    /// <summary>Partitions were taken.</summary>
    /// <param name="epochs">Their epochs.</param>
    void Gained(IReadOnlyDictionary<int, long> epochs);

    /// <summary>Partitions belong to somebody else now.</summary>
    /// <param name="partitions">Which.</param>
    /// <param name="reason">Why, for the log.</param>
    void Lost(IReadOnlyList<int> partitions, string reason);

    /// <summary>Prepares to give partitions up: nothing new is sent, what is in flight ends and is written, within a short bound. Then they are lost.</summary>
    /// <param name="partitions">Which.</param>
    /// <param name="reason">Why, for the log.</param>
    Task LeaveAsync(IReadOnlyList<int> partitions, string reason);
}
