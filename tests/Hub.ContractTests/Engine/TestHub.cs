using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Intake;
using Hub.Core.Mappings;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Hub.ContractTests.Engine;

/// <summary>A delivery node with a tenant <c>t</c>: source <c>in</c>, receivers as configured, one route to each.</summary>
public sealed class TestHub(IHubStore store) : IAsyncDisposable, ISnapshotSource, ISecretReader
{
    private readonly ConcurrentDictionary<string, TestPartner> _partners = new();

    public IHubStore Store { get; } = store;

    public DeliveryNode Node { get; private set; } = null!;

    public ConfigSnapshot Current { get; private set; } = new(1, []);

    public event Action<ConfigSnapshot>? Changed;

    public List<PartnerConfig> Receivers { get; init; } = [Receiver("out")];

    public RetryConfig Retry { get; set; } = new([TimeSpan.FromMilliseconds(20)], TimeSpan.FromMinutes(10), 0.2m);

    public DeadLetterPolicy OnDeadLetter { get; set; } = DeadLetterPolicy.Continue;

    /// <summary>Purposes that every route asks a consent for.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    public UnroutedPolicy Unrouted { get; set; } = UnroutedPolicy.Keep;

    public IReadOnlySet<ContentKind>? Allowed { get; set; }

    public DeliverySettings Settings { get; init; } = new() { Node = "one" };

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Log lines on the console when <c>HUB_TEST_LOG</c> is set.</summary>
    public ILoggerFactory Logs { get; init; } = Environment.GetEnvironmentVariable("HUB_TEST_LOG") is null
        ? NullLoggerFactory.Instance
        : LoggerFactory.Create(b => b.AddSimpleConsole(o => o.TimestampFormat = "HH:mm:ss.fff "));

    public int Partitions { get; init; } = 8;

    public TestPartner Out => Partner("out");

    public static PartnerConfig Receiver(string name) => new("t", name, "test")
    {
        Url = new Uri("http://localhost"),
        Breaker = new BreakerConfig(5, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400)),
        DrainRate = 0,
    };

    public TestPartner Partner(string name) => _partners.GetOrAdd(name, _ => new TestPartner());

    /// <summary>Receivers are shared by the nodes of a test.</summary>
    public TestHub Share(TestHub other)
    {
        foreach (var (name, partner) in other._partners)
            _partners[name] = partner;
        return this;
    }

    public void Configure()
    {
        var source = new PartnerConfig("t", "in", "test") { Url = new Uri("http://localhost"), Inbound = new InboundConfig([]) { Content = Allowed }, Breaker = new BreakerConfig(5, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400)), DrainRate = 0 };
        var partners = Receivers.Where(r => r.Name != "in").Append(source).ToDictionary(p => p.Name);
        var routes = Receivers.Select(r => new RouteConfig("to-" + r.Name, [], ContentKind.Measurement, r.Name, "test.doc") { Retry = Retry, OnDeadLetter = OnDeadLetter, Requires = Requires }).ToList();
        Current = new ConfigSnapshot(Current.Number + 1, [new TenantConfig("t", TenantEnvironment.Test, new OrganizationConfig("123456789", null, null), partners, routes, Unrouted)]);
        Changed?.Invoke(Current);
    }

    public async Task<TestHub> StartAsync()
    {
        foreach (var receiver in Receivers)
            Partner(receiver.Name);
        Configure();
        var installation = await Store.MigrateAsync(Partitions, default);
        Node = new DeliveryNode(new DeliveryParts(
            Store, new PlainVault(), this, new AdapterCatalogue([new TestAdapter(Partner)]), new MappingCatalogue([new TestMapping(), new TestAnswerMapping()]), this, Time, installation, Settings, Logs));
        await Node.StartAsync(default);
        return this;
    }

    public Task<IntakeAnswer> SendAsync(string lines, string mediaType = "text/plain") =>
        Node.Intake.AcceptAsync(new IntakeRequest("t", "in", Encoding.UTF8.GetBytes(lines), mediaType), default);

    /// <summary>Sends events in turn for each patient, patients at once.</summary>
    public Task SendLanesAsync(int patients, int each, string prefix = "e") => Task.WhenAll(Enumerable.Range(0, patients).Select(async p =>
    {
        for (var i = 0; i < each; i++)
        {
            var answer = await SendAsync($"{prefix}{p}-{i};patient{p}");
            Assert.Equal(EntryStatus.Accepted, Assert.Single(answer.Entries).Status);
        }
    }));

    public Result<string> Read(SecretReference reference) => ConfigErrors.SecretMissing.At();

    public async ValueTask DisposeAsync()
    {
        if (Node is not null)
            await Node.DisposeAsync();
    }

    /// <summary>Waits for a condition, and says what stood in the way when it does not come.</summary>
    public static async Task Until(Func<bool> condition, string what, double seconds = 15)
    {
        var until = DateTime.UtcNow.AddSeconds(seconds);
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < until, $"In {seconds} s it did not come to this: {what}");
            await Task.Delay(5);
        }
    }

    /// <summary>Every lane's first copies must rise in message numbers.</summary>
    public static void AssertInOrder(IEnumerable<Taken> effects)
    {
        foreach (var lane in effects.GroupBy(e => e.Patient))
        {
            var ids = lane.Select(e => e.MessageId).ToList();
            Assert.Equal(ids.Order().ToList(), ids);
        }
    }
}

/// <summary>Seals nothing; hashes patients without a key.</summary>
internal sealed class PlainVault : IBodyVault
{
    public byte[] Seal(string tenant, ReadOnlySpan<byte> body) => body.ToArray();

    public Result<byte[]> Open(string tenant, ReadOnlySpan<byte> sealedBody) => sealedBody.ToArray();

    public Guid PatientKey(string tenant, Identifier patient) => new(SHA256.HashData(Encoding.UTF8.GetBytes(tenant + patient.Value)).AsSpan(0, 16));
}
