using System.Collections.Concurrent;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Core.Tenants;
using Hub.Host.Lookups;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.UnitTests.Lookups;

/// <summary>A desk over partners whose answers a test decides.</summary>
internal sealed class DeskBench : IAsyncDisposable, ISnapshotSource
{
    public static readonly Identifier Patient = new(IdentifierSystems.Fnr, "13116900216");
    public static readonly Identifier Other = new(IdentifierSystems.Fnr, "10915596784");

    public DeskBench(LookupSettings? settings = null, params string[] partners)
    {
        Tenant = Make("larvik", "312229544", partners.Length == 0 ? ["dignio"] : partners);
        Neighbour = Make("bodo", "972418013", partners.Length == 0 ? ["dignio"] : partners);
        Current = new ConfigSnapshot(1, [Tenant, Neighbour]);
        Adapter = new AskedAdapter();
        Desk = new LookupDesk(new LookupParts(this, new AdapterCatalogue([Adapter]), t => new SenderContext(Time, new NoSecrets(), t), settings ?? new LookupSettings(), Time, NullLoggerFactory.Instance));
    }

    public event Action<ConfigSnapshot>? Changed;

    public TenantConfig Tenant { get; }

    public TenantConfig Neighbour { get; }

    public ConfigSnapshot Current { get; private set; }

    public AskedAdapter Adapter { get; }

    public HandClock Time { get; } = new();

    public LookupDesk Desk { get; }

    public static LookupQuery Question(Identifier? patient = null) => new LookupQuery.MeasurementsOf(patient ?? Patient);

    public static LookupAnswer Values(Identifier patient, params decimal[] values) => new(
        [.. values.Select((v, i) => new LookupFinding(
            $"m{i}", new Patient(patient, null, []), new Measurement(MeasurementKind.HeartRate, new ClinicalTime(DateTimeOffset.UnixEpoch.AddMinutes(i))) { Value = Measured.Of(v, "/min") }))],
        true);

    public void Reload(params IReadOnlyList<TenantConfig> tenants)
    {
        Current = new ConfigSnapshot(Current.Number + 1, tenants.Count > 0 ? tenants : Current.Tenants);
        Changed?.Invoke(Current);
    }

    public ValueTask DisposeAsync() => Desk.DisposeAsync();

    private static TenantConfig Make(string name, string orgnr, IEnumerable<string> partners) => new(
        name,
        TenantEnvironment.Test,
        new OrganizationConfig(orgnr, null, null),
        partners.ToDictionary(p => p, p => new PartnerConfig(name, p, "asked") { Url = new Uri("http://127.0.0.1:9/"), Timeout = TimeSpan.FromSeconds(5), Window = 2, Breaker = new BreakerConfig(3, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60)) }),
        [],
        UnroutedPolicy.Keep);

    private sealed class NoSecrets : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => "secret";

        public Result<byte[]> ReadBytes(SecretReference reference) => Array.Empty<byte>();
    }
}

/// <summary>A clock that a test moves; timers are real.</summary>
internal sealed class HandClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>An adapter whose partners answer as the test says.</summary>
internal sealed class AskedAdapter : ILookupAdapter
{
    public ConcurrentQueue<(string Tenant, string Partner, LookupQuery Query)> Asked { get; } = [];

    public Func<PartnerConfig, LookupQuery, CancellationToken, Task<Result<LookupAnswer>>> Answer { get; set; } =
        (_, q, _) => Task.FromResult<Result<LookupAnswer>>(DeskBench.Values(((LookupQuery.MeasurementsOf)q).Patient, 72));

    public string Name => "asked";

    public int Opened;

    public int Closed;

    public IReadOnlySet<LookupKind> Answers(PartnerConfig partner) => new HashSet<LookupKind> { LookupKind.Measurements };

    public ILookup OpenLookup(PartnerConfig partner, SenderContext context)
    {
        Interlocked.Increment(ref Opened);
        return new Way(this, partner);
    }

    private sealed class Way(AskedAdapter adapter, PartnerConfig partner) : ILookup
    {
        public Task<Result<LookupAnswer>> AskAsync(LookupQuery query, CancellationToken cancel)
        {
            adapter.Asked.Enqueue((partner.Tenant, partner.Name, query));
            return adapter.Answer(partner, query, cancel);
        }

        public ValueTask DisposeAsync()
        {
            Interlocked.Increment(ref adapter.Closed);
            return ValueTask.CompletedTask;
        }
    }
}
