using Hub.Core.Storage;

namespace Hub.ContractTests.Engine;

/// <summary>The engine asks for none of this.</summary>
public sealed partial class MemoryStore
{
    public Task<DateTimeOffset> ClockAsync(CancellationToken cancel) => throw new NotSupportedException();

    public Task ReportAsync(NodeReport report, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<StoredNode>> NodesAsync(CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<Contact>> ContactsAsync(string? tenant, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<WaitingCount>> WaitingAsync(int atMost, IReadOnlyDictionary<string, IReadOnlyList<string>> pausedRoutes, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<PartnerCount>> StuckAsync(DateTimeOffset before, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<PartnerCount>> DeadAsync(DateTimeOffset accepted, CancellationToken cancel) => throw new NotSupportedException();

    public Task<int> DeleteActionPartsAsync(DateTimeOffset before, int limit, CancellationToken cancel) => throw new NotSupportedException();

    public Task<RetentionProgress> DeleteBodiesAsync(RetentionStep step, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Withdrawals> WithdrawnAsync(long? after, CancellationToken cancel) => Task.FromResult(new Withdrawals(after ?? 0, [], false));

    public Task<IReadOnlyList<SnapshotHead>> SnapshotsAsync(int? before, int limit, CancellationToken cancel) => throw new NotSupportedException();

    public Task<StoredSnapshot?> SnapshotAsync(int number, CancellationToken cancel) => throw new NotSupportedException();
}
