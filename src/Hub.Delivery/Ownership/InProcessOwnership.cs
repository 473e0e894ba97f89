using Hub.Core.Storage;

namespace Hub.Delivery.Ownership;

/// <summary>The process owns everything: SQLite, or the only node there is.</summary>
internal sealed class InProcessOwnership(IPartitionStore store, string node, int partitions) : IPartitionOwnership
{
    public string Name => "in-process";

    public bool IsExclusive => true;

    public async Task StartAsync(IOwnerSeat seat, CancellationToken cancel) =>
        seat.Gained(await store.TakeAsync(node, [.. Enumerable.Range(0, partitions)], cancel));

    public Task ReleaseAsync(CancellationToken cancel) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
