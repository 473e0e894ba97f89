using System.Globalization;

namespace Hub.Benchmarks.Running;

/// <summary>A real <c>hub run</c> whose readers have tokens, and whose vendor is asked.</summary>
public sealed class ReadHub : IDisposable
{
    /// <summary>Audience of its tokens.</summary>
    public const string Audience = "bench:hub";

    /// <summary>Organisation number of its tenant.</summary>
    public const string Orgnr = "312229544";

    private readonly Backing _backing;
    private ChildProcess? _process;

    public ReadHub(Backing backing, Uri vendor, Uri issuer)
    {
        _backing = backing;
        var tenants = Directory.CreateDirectory(Path.Combine(backing.Directory, "config", "tenants"));
        File.WriteAllText(Path.Combine(backing.Directory, "config", "hub.yaml"), $$"""
            log: { level: warning }
            tokens: { issuer: "{{issuer.AbsoluteUri.TrimEnd('/')}}", audience: "{{Audience}}" }
            """);
        File.WriteAllText(Path.Combine(tenants.FullName, "bench.yaml"), $$"""
            tenant: bench
            environment: test
            organization: { orgnr: "{{Orgnr}}" }
            partners:
              dignio: { adapter: dignio, url: "{{vendor}}", window: 64 }
            access:
              - { party: self, roles: [LE], content: [measurement] }
            """);
    }

    public Uri Url => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Bench.HubPort}/"));

    public Uri Search => new(Url, "fhir/bench/Observation/_search");

    public double Megabytes => _process!.ResidentMegabytes();

    public async Task StartAsync()
    {
        _process = ChildProcess.Start(
            Path.Combine(AppContext.BaseDirectory, "hub.dll"),
            ["run", "--urls", Url.ToString(), "--config", Path.Combine(_backing.Directory, "config"), "--data", Path.Combine(_backing.Directory, "data"), "--node", "bench"],
            _backing.Environment);
        await _process.ReadyAsync(new Uri(Url, "health/ready"), TimeSpan.FromSeconds(30));
    }

    public void Dispose() => _process?.Dispose();
}
