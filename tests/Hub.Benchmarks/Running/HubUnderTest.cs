using System.Diagnostics;
using System.Globalization;
using Hub.Host.Security;

namespace Hub.Benchmarks.Running;

/// <summary>A real <c>hub run</c> in a process of its own, with one tenant: a Dignio-like source and a Gerica-like target.</summary>
public sealed class HubUnderTest : IDisposable
{
    private readonly Backing _backing;
    private readonly int _port;
    private ChildProcess? _process;

    public HubUnderTest(Backing backing, int port, Uri receiver, Uri? dead = null)
    {
        _backing = backing;
        _port = port;
        Key = ApiKey.New();
        DeadKey = ApiKey.New();
        OperatorKey = ApiKey.New();
        var tenants = Directory.CreateDirectory(Path.Combine(backing.Directory, "config", "tenants"));
        File.WriteAllText(Path.Combine(backing.Directory, "config", "hub.yaml"), $$"""
            log: { level: warning }
            operators:
              - { name: bench, key: "{{KeyHash.Of(OperatorKey)}}" }

            """);
        File.WriteAllText(Path.Combine(tenants.FullName, "bench.yaml"), $$"""
            tenant: bench
            environment: test
            organization: { orgnr: "312229544" }
            partners:
              dignio:
                adapter: dignio
                inbound: { auth: key, keys: ["{{KeyHash.Of(Key)}}"], rate: 0 }
              dignio-dead:
                adapter: dignio
                inbound: { auth: key, keys: ["{{KeyHash.Of(DeadKey)}}"], rate: 0 }
              epj:
                adapter: gerica
                url: {{receiver}}
                window: 64
                drainRate: 0
                spread: 8
                breaker: { failures: 5, probe: 200ms, maxProbe: 500ms }
              epj-dead:
                adapter: gerica
                url: {{dead ?? receiver}}
                window: 64
                drainRate: 0
                spread: 8
                breaker: { failures: 5, probe: 200ms, maxProbe: 500ms }
            routes:
              - name: measurements
                from: dignio
                content: measurement
                to: epj
                as: fhir.observation
                retry: { schedule: fast }
              - name: measurements-to-the-dead
                from: dignio-dead
                content: measurement
                to: epj-dead
                as: fhir.observation
                retry: { schedule: standard }
            """);
    }

    public string Key { get; }

    /// <summary>Key of the source whose messages go to the partner that is down.</summary>
    public string DeadKey { get; }

    public string OperatorKey { get; }

    public Uri Url => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}/"));

    public Uri Webhook => new(Url, "in/bench/dignio");

    public Uri DeadWebhook => new(Url, "in/bench/dignio-dead");

    public string TenantFile => Path.Combine(_backing.Directory, "config", "tenants", "bench.yaml");

    public double Megabytes => _process!.ResidentMegabytes();

    /// <summary>Starts it.</summary>
    /// <returns>How long it took until it was ready.</returns>
    public async Task<TimeSpan> StartAsync()
    {
        var clock = Stopwatch.StartNew();
        _process = ChildProcess.Start(
            Path.Combine(AppContext.BaseDirectory, "hub.dll"),
            ["run", "--urls", Url.ToString(), "--config", Path.Combine(_backing.Directory, "config"), "--data", Path.Combine(_backing.Directory, "data"), "--node", "bench"],
            _backing.Environment);
        await _process.ReadyAsync(new Uri(Url, "health/ready"), TimeSpan.FromSeconds(30));
        return clock.Elapsed;
    }

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill()
    {
        _process?.Kill();
        _process = null;
    }

    public void Dispose() => _process?.Dispose();
}
