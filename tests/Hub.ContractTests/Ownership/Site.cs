using Hub.ContractTests.Engine;
using Hub.ContractTests.Store;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery;
using Xunit;

namespace Hub.ContractTests.Ownership;

/// <summary>One database, and perhaps a broker, on which a test starts nodes that share their receivers.</summary>
public sealed class Site(TestDatabase database, string? broker, bool isShared) : IAsyncDisposable
{
    private readonly List<TestHub> _hubs = [];
    private readonly List<IHubStore> _stores = [];
    private readonly string _prefix = "test-" + Guid.NewGuid().ToString("N")[..8];

    /// <summary>Whether several nodes may work on it.</summary>
    public bool IsShared { get; } = isShared;

    public TestDatabase Database { get; } = database;

    public static async Task<Site> InProcessAsync() => new(await TestDatabase.SqliteAsync(), null, false);

    public static async Task<Site> LocksAsync() => new(await TestDatabase.PostgresAsync(), null, true);

    public static async Task<Site> BrokerAsync()
    {
        var broker = Environment.GetEnvironmentVariable("HUB_TEST_RABBITMQ");
        Assert.SkipWhen(string.IsNullOrEmpty(broker), "HUB_TEST_RABBITMQ is not set: no RabbitMQ to test on.");
        return new Site(await TestDatabase.PostgresAsync(), broker, true);
    }

    public async Task<TestHub> StartAsync(string node, Action<TestHub>? adjust = null, DeadLetterPolicy onDeadLetter = DeadLetterPolicy.Continue)
    {
        var store = Database.Open();
        _stores.Add(store);
        var hub = new TestHub(store)
        {
            // Many partners, so that every node's share has some.
            Receivers = [.. Enumerable.Range(0, 12).Select(i => TestHub.Receiver($"out{i}"))],
            Settings = new DeliverySettings { Node = node, RabbitMq = broker, Prefix = _prefix, AliveWithin = TimeSpan.FromMilliseconds(1500) },
            OnDeadLetter = onDeadLetter,
        };
        if (_hubs.Count > 0)
            hub.Share(_hubs[0]);
        adjust?.Invoke(hub);
        _hubs.Add(hub);
        return await hub.StartAsync();
    }

    public IReadOnlyList<TestPartner> Receivers => [.. Enumerable.Range(0, 12).Select(i => _hubs[0].Partner($"out{i}"))];

    public int Delivered => Receivers.Sum(r => r.Count);

    public void AssertInOrder()
    {
        foreach (var receiver in Receivers)
            TestHub.AssertInOrder(receiver.Snapshot());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hub in _hubs)
            await hub.DisposeAsync();
        if (broker is not null && _hubs.Count > 0)
            await DeleteQueuesAsync(broker);
        foreach (var store in _stores)
            await store.DisposeAsync();
        await Database.DisposeAsync();
    }

    public async Task DeleteQueuesAsync(string address)
    {
        await using var connection = await new RabbitMQ.Client.ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        for (var partition = 0; partition < _hubs[0].Partitions; partition++)
            await channel.QueueDeleteAsync($"{_prefix}.p.{partition}", ifUnused: false, ifEmpty: false);
        await channel.ExchangeDeleteAsync($"{_prefix}.events");
    }

    /// <summary>Deletes every queue while nodes are at work, as a wiped broker would.</summary>
    public Task WipeBrokerAsync() => broker is null ? Task.CompletedTask : DeleteQueuesAsync(broker);
}
