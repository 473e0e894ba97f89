using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Xunit;

namespace Hub.ContractTests.Store;

/// <summary>A fresh, migrated database for each test.</summary>
public abstract class StoreContract(Func<Task<TestDatabase>> create) : IAsyncLifetime
{
    protected static CancellationToken None => CancellationToken.None;

    protected TestDatabase Database { get; private set; } = null!;

    protected IHubStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await create();
        Store = Database.Open();
        await Store.MigrateAsync(64, None);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Store is not null)
            await Store.DisposeAsync();
        if (Database is not null)
            await Database.DisposeAsync();
    }

    /// <summary>What a restart does.</summary>
    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = Database.Open();
        await Store.MigrateAsync(64, None);
    }

    protected async Task<IReadOnlyList<IntakeReply>> AcceptAsync(params NewRawMessage[] group) => [.. (await Store.AcceptAsync(group, None)).SelectMany(r => r)];

    /// <summary>Accepts messages of one raw each and gives their first deliveries.</summary>
    protected async Task<DeliveryId[]> AcceptDueAsync(params string[] sourceIds) =>
        [.. (await AcceptAsync([.. sourceIds.Select(id => Samples.Raw(Samples.Message(id)))])).Select(r => new DeliveryId(r.MessageId, 1))];

    protected Task<IReadOnlyList<WorkItem>> LoadAsync(int limit = 100, DeliveryId after = default, long? lane = null, string tenant = "larvik", string partner = "epj", int partition = 3) =>
        Store.LoadAsync(new WorkQuery(partition, tenant, partner, after, limit, lane), None);
}
