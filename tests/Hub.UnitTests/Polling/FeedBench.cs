using Hub.Core.Adapters;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Polling;
using Hub.Tests.Support;
using Hub.UnitTests.Messaging;
using Hub.UnitTests.Registers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.UnitTests.Polling;

/// <summary>One polled partner, and as many nodes as a test asks for.</summary>
internal sealed class FeedBench : IDisposable
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly FeedMeter _meter = new();

    public MemoryRecords Records { get; } = new();

    public MovingTime Time { get; } = new();

    public ScriptedFeed Feed { get; } = new();

    public NotingIntake Intake { get; } = new();

    public HashVault Vault { get; } = new();

    public TenantConfig Tenant { get; set; } = TenantOf(new InboundConfig([]) { Auth = InboundAuth.Poll, Every = Every });

    public RefusedActs Acts => new(Records, Vault, () => Intake);

    public static TenantConfig TenantOf(InboundConfig inbound) => new(
        "bodo",
        TenantEnvironment.Test,
        new OrganizationConfig("972418013", null, null),
        new Dictionary<string, PartnerConfig> { ["vendor"] = new PartnerConfig("bodo", "vendor", "scripted") { Inbound = inbound } },
        [],
        UnroutedPolicy.Keep);

    public FeedLine Node(string name = "node-1") => new(Parts(name), "bodo", "vendor");

    /// <summary>A node takes the feed, and is heard of no more.</summary>
    public Task<(FeedLease? Lease, FeedState Seen)> LeaseAsync(string node) => FeedLease.TakeAsync(Parts(node), Tenant.Partners["vendor"], atOnce: true, CancellationToken.None);

    private FeedParts Parts(string node) => new(
        node,
        new ChangingSnapshot(() => Tenant),
        new AdapterCatalogue([Feed]),
        t => new SenderContext(Time, new NoSecrets(), t),
        Records,
        Vault,
        Intake,
        _meter,
        Time,
        NullLoggerFactory.Instance);

    public async Task<FeedState?> StateAsync() =>
        await Records.LatestAsync("bodo", RecordKinds.Feed, "vendor", CancellationToken.None) is { } record ? FeedState.Of(record, Vault) : null;

    public async Task<StoredRecord> EntryAsync() => (await Records.LatestAsync("bodo", RecordKinds.Feed, "vendor", CancellationToken.None))!;

    public async Task<IReadOnlyList<StoredRecord>> RefusedAsync() => await Records.FindAsync(new RecordFilter("bodo", RecordKinds.Refused), CancellationToken.None);

    public void Dispose() => _meter.Dispose();
}
