using System.Text.RegularExpressions;
using Hub.AcceptanceTests.Demo;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Staging;

/// <summary>A hub in a process of its own with everything it stands on, and a journal that outlives it: what can be killed, lost, and put back by the program's own commands.</summary>
internal sealed partial class Installation : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-installation-").FullName;
    private readonly Backing _backing;
    private HubProcess? _hub;
    private HttpClient? _http;
    private OperatorClient? _operator;

    private Installation(Backing backing, GericaServer journal, Municipality municipality, string settings)
    {
        (_backing, Journal, Tenant) = (backing, journal, municipality);
        Directory.CreateDirectory(Path.Combine(Config, "tenants"));
        var places = backing.Settings.Select(s => (Key: s.Key["HUB_".Length..].ToLowerInvariant(), s.Value)).ToList();
        foreach (var (key, value) in places)
            File.WriteAllText(Path.Combine(Config, key), value);
        File.WriteAllText(Path.Combine(Config, "hub.yaml"), $$"""
            operators: [{ name: stage, key: "{{OperatorKey.Hash}}" }]
            partitions: 16
            {{string.Join('\n', places.Select(p => $"{p.Key}: file:{p.Key}"))}}
            {{settings}}
            """);
        Write(municipality);
        Environment.SetEnvironmentVariable(Municipality.Secret, "stage");
    }

    public GericaServer Journal { get; }

    public Municipality Tenant { get; }

    public TestKey OperatorKey { get; } = TestKey.New("operator");

    /// <summary>The hub that runs now.</summary>
    public OperatorClient Operator => _operator ?? throw new InvalidOperationException("The hub does not run.");

    /// <summary>The tenant's vendor, at the hub that runs now.</summary>
    public Caller Vendor => new(Http, Tenant.Feed, []);

    /// <summary>Anybody, at the hub that runs now.</summary>
    public HttpClient Http => _http ?? throw new InvalidOperationException("The hub does not run.");

    /// <summary>Where the hub listens that runs now.</summary>
    public Uri Url => Http.BaseAddress!;

    /// <summary>The directory of hub.yaml.</summary>
    public string Config => Path.Combine(_folder, "config");

    private string Data => Path.Combine(_folder, "data");

    public static Task<Installation> OpenAsync(BackingKind kind) => OpenAsync(kind, "", Municipality.Larvik);

    /// <param name="kind">What the hub stands on.</param>
    /// <param name="settings">Further settings, as lines of hub.yaml have them.</param>
    /// <param name="municipality">The tenant.</param>
    public static async Task<Installation> OpenAsync(BackingKind kind, string settings, Municipality municipality)
    {
        var backing = await Backing.MakeAsync(kind);
        var journal = await GericaServer.StartAsync(new GericaOptions { Clients = new Dictionary<string, string> { [municipality.Name] = "stage" }, KeepBodies = true });
        return new Installation(backing, journal, municipality, settings);
    }

    /// <summary>Where backups and keys are kept: not lost with the machine.</summary>
    public string Elsewhere(string name) => Path.Combine(_folder, "elsewhere", name);

    /// <summary>Starts the hub, and waits until it is ready.</summary>
    /// <param name="shell">Under what circumstances, as <see cref="HubProcess.StartUnder"/> has them.</param>
    public async Task StartAsync(params IEnumerable<string> shell)
    {
        await LaunchAsync(shell);
        await Wait.UntilAsync("the hub is ready", Patience, IsReadyAsync, () => _hub!.Output);
    }

    /// <summary>Starts the hub, and waits until it listens, ready or not.</summary>
    /// <inheritdoc cref="StartAsync"/>
    public async Task LaunchAsync(params IEnumerable<string> shell)
    {
        _hub = HubProcess.StartUnder(shell, ["run", "--urls", "http://127.0.0.1:0", "--config", Config, "--data", Data, "--node", "only"]);
        Assert.True(await _hub.SaysAsync("listening on ", Patience), _hub.Output);
        var url = new Uri(Listening().Match(_hub.Output).Groups[1].Value);
        _http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
        _operator = new OperatorClient(url, OperatorKey);
    }

    /// <summary>Whether the hub says that it is ready.</summary>
    public async Task<bool> IsReadyAsync()
    {
        using var answer = await Http.GetAsync(new Uri("health/ready", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }

    /// <inheritdoc cref="HubProcess.LimitFilesAsync"/>
    public Task LimitFilesAsync(long? bytes) => _hub!.LimitFilesAsync(bytes);

    /// <summary>Tells the hub to stop, as systemd does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        await _hub!.TerminateAsync();
        return await _hub.ExitAsync(Patience);
    }

    /// <summary>The database goes away, as when its server is gone. PostgreSQL only.</summary>
    public Task LoseStoreAsync() => _backing.ShutAsync();

    /// <summary>The database is back.</summary>
    public Task FindStoreAsync() => _backing.ReopenAsync();

    /// <summary>Writes the tenant's file.</summary>
    public void Write(Municipality municipality) => File.WriteAllText(Path.Combine(Config, "tenants", $"{municipality.Name}.yaml"), municipality.Yaml(Journal.Url));

    /// <summary>Kills the hub, and takes the data directory and the database with it.</summary>
    public async Task LoseAsync()
    {
        await KillAsync();
        Directory.Delete(Data, recursive: true);
        await _backing.EmptyAsync();
    }

    /// <summary>Runs a command of the program on this installation.</summary>
    public async Task<(int Code, string Output)> CommandAsync(params IEnumerable<string> arguments)
    {
        await using var command = HubProcess.Start([.. arguments, "--config", Config, "--data", Data]);
        return (await command.ExitAsync(Patience), command.Output);
    }

    /// <summary>Waits until nothing is pending.</summary>
    public async Task<HubLedger> DrainAsync()
    {
        HubLedger? last = null;
        await Wait.UntilAsync("nothing pending", Patience, async () => (last = await Operator.LedgerAsync()).Pending == 0, () => $"{last}{Environment.NewLine}{_hub?.Output}");
        return last!;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await Journal.DisposeAsync();
        await _backing.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task KillAsync()
    {
        if (_hub is not null)
            await _hub.DisposeAsync();
        _http?.Dispose();
        _operator?.Dispose();
        (_hub, _http, _operator) = (null, null, null);
    }

    [GeneratedRegex("listening on (http://[0-9.:]+)")]
    private static partial Regex Listening();
}
