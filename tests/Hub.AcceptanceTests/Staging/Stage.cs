using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Host.Security;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Hub.AcceptanceTests.Staging;

/// <summary>A whole hub in this process with its configuration files, two municipalities and a journal system beside it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-stage-").FullName;
    private readonly CapturedLogs _captured = new();
    private readonly ILoggerFactory _logs;
    private readonly Backing _backing;
    private readonly HubSettings _settings;
    private readonly Func<HubSettings, HubOverrides> _with;
    private HubApplication _hub;
    private HttpClient _http;

    private Stage(Backing backing, GericaServer journal, IReadOnlyList<Municipality> municipalities, Func<HubSettings, HubOverrides> with, string settings)
    {
        (_backing, Journal, _with) = (backing, journal, with);
        Directory.CreateDirectory(Path.Combine(Config, "tenants"));
        File.WriteAllText(Path.Combine(Config, "hub.yaml"), $$"""
            operators: [{ name: stage, key: "{{OperatorKey.Hash}}" }]
            reloadEvery: 100ms
            partitions: 16
            {{settings}}
            """);
        foreach (var municipality in municipalities)
            Write(municipality);
        Environment.SetEnvironmentVariable(Municipality.Secret, "stage");
        _settings = SettingsReader.Read(new SettingArguments(["http://127.0.0.1:0"], Config, Data, "stage"), backing.Settings.GetValueOrDefault).Value;
        _logs = _captured.Factory();
        _hub = Build();
        _http = new HttpClient();
    }

    public GericaServer Journal { get; }

    public OperatorClient Operator { get; private set; } = null!;

    public TestKey OperatorKey { get; } = TestKey.New("operator");

    /// <summary>Every answer that a caller got.</summary>
    public List<Reply> Heard { get; } = [];

    public string Config => Path.Combine(_folder, "config");

    public string Data => Path.Combine(_folder, "data");

    public HttpClient Http => _http;

    public IHubStore Store => _hub.Services.Store;

    /// <summary>What the hub that runs now is made of.</summary>
    public HubServices Hub => _hub.Services;

    public static Task<Stage> OpenAsync(BackingKind kind, params IReadOnlyList<Municipality> municipalities) => OpenAsync(kind, _ => new HubOverrides(), municipalities);

    /// <param name="kind">What the hub stands on.</param>
    /// <param name="settings">Further settings, as one line of hub.yaml has them.</param>
    /// <param name="municipalities">Tenants.</param>
    public static Task<Stage> OpenAsync(BackingKind kind, string settings, params IReadOnlyList<Municipality> municipalities) => OpenAsync(kind, _ => new HubOverrides(), settings, municipalities);

    /// <param name="kind">What the hub stands on.</param>
    /// <param name="with">Parts in place of the ordinary ones; asked again at each start.</param>
    /// <param name="municipalities">Tenants; Larvik when none are named.</param>
    public static Task<Stage> OpenAsync(BackingKind kind, Func<HubSettings, HubOverrides> with, params IReadOnlyList<Municipality> municipalities) => OpenAsync(kind, with, "", municipalities);

    private static async Task<Stage> OpenAsync(BackingKind kind, Func<HubSettings, HubOverrides> with, string settings, IReadOnlyList<Municipality> municipalities)
    {
        var backing = await Backing.MakeAsync(kind);
        IReadOnlyList<Municipality> all = municipalities.Count > 0 ? municipalities : [Municipality.Larvik];
        var journal = await GericaServer.StartAsync(new GericaOptions { Clients = all.ToDictionary(m => m.Name, _ => "stage"), KeepBodies = true });
        var stage = new Stage(backing, journal, all, with, settings);
        await stage.StartAsync();
        return stage;
    }

    /// <summary>Ends the hub as a kill would, as far as its process is concerned, and starts another in its place.</summary>
    public async Task RestartAsync(Func<Task>? meanwhile = null)
    {
        await _hub.Services.Engine!.AbortAsync();
        await _hub.DisposeAsync();
        if (meanwhile is not null)
            await meanwhile();
        _http.Dispose();
        Operator.Dispose();
        _hub = Build();
        await StartAsync();
    }

    /// <summary>The configuration as a command reads it that has no environment of its own: with the database of the stage named in hub.yaml.</summary>
    public async Task<string> ConfigWithStoreAsync()
    {
        if (_backing.Settings.GetValueOrDefault("HUB_POSTGRES") is not { } postgres)
            return Config;
        var copy = Path.Combine(_folder, "with-store");
        Directory.CreateDirectory(Path.Combine(copy, "tenants"));
        foreach (var file in Directory.EnumerateFiles(Config, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(copy, Path.GetRelativePath(Config, file)), overwrite: true);
        await File.WriteAllTextAsync(Path.Combine(copy, "postgres"), postgres);
        await File.AppendAllTextAsync(Path.Combine(copy, "hub.yaml"), "\npostgres: file:postgres\n");
        return copy;
    }

    /// <summary>The database goes away, as when its server is gone. PostgreSQL only.</summary>
    public Task LoseStoreAsync() => _backing.ShutAsync();

    /// <summary>The database is back.</summary>
    public Task FindStoreAsync() => _backing.ReopenAsync();

    /// <summary>Starts another node of the same installation.</summary>
    public async Task<HubApplication> AnotherAsync(string node)
    {
        var settings = SettingsReader.Read(new SettingArguments(["http://127.0.0.1:0"], Config, Data, node), _backing.Settings.GetValueOrDefault).Value;
        var another = HubApplication.Build(settings, _with(settings) with { Logs = _logs });
        await another.StartAsync(CancellationToken.None);
        return another;
    }

    public Caller Caller(TestKey key) => new(_http, key, Heard);

    /// <summary>Writes a tenant's file, new or changed.</summary>
    public void Write(Municipality municipality)
    {
        // Whole or not at all: the hub may look at any moment.
        var draft = Path.Combine(_folder, $"{municipality.Name}.draft");
        File.WriteAllText(draft, municipality.Yaml(Journal.Url));
        File.Move(draft, Path.Combine(Config, "tenants", $"{municipality.Name}.yaml"), overwrite: true);
    }

    /// <summary>Writes a tenant's file and waits until it is in force.</summary>
    public async Task ReloadAsync(Municipality municipality)
    {
        var before = await SnapshotAsync();
        Write(municipality);
        await Wait.UntilAsync("the new configuration is in force", Patience, async () => await SnapshotAsync() > before);
    }

    /// <summary>Waits until nothing is pending.</summary>
    public async Task DrainAsync(int pending = 0)
    {
        HubLedger? last = null;
        await Wait.UntilAsync(
            $"{pending} deliveries pending", Patience, async () => (last = await Operator.LedgerAsync()).Pending == pending, () => $"{last}{Environment.NewLine}{Logs()}");
    }

    /// <summary>Waits until so much has arrived in the journal, and nothing is pending.</summary>
    public async Task ArrivedAsync(int count)
    {
        await Wait.UntilAsync($"{count} in the journal", Patience, () => Journal.Ledger.Count >= count, () => $"{Journal.Ledger.Count} are{Environment.NewLine}{Logs()}");
        await DrainAsync();
        Assert.Equal(count, Journal.Ledger.Count);
    }

    /// <summary>Somebody with a token of the operators' API.</summary>
    public async Task<OperatorClient> TokenAsync(string role, string tenant) => new(_hub.Addresses[0], new TestKey(await SecretAsync(role, tenant)));

    /// <summary>A new token of the operators' API.</summary>
    public async Task<string> SecretAsync(string role, string tenant)
    {
        var (secret, now) = (OperatorToken.New(), DateTimeOffset.UtcNow);
        var token = new IssuedToken($"{tenant}-{role}", KeyHash.Of(secret).ToString(), role, tenant, null, now, now.AddDays(1));
        var issued = await _hub.Services.Store.IssueAsync(token, new OperatorAct("test", now, "test"), CancellationToken.None);
        return issued.IsOk ? secret : throw new InvalidOperationException($"The token was not issued: {issued.Errors[0].Code}");
    }

    /// <summary>How long the audit log is; fails when its chain is broken.</summary>
    public async Task<long> AuditAsync()
    {
        var (entries, broken) = await _hub.Services.Store.VerifyAsync(CancellationToken.None);
        return broken is null ? entries : throw new InvalidOperationException($"The audit log is broken at {broken}.");
    }

    /// <summary>Everything logged so far.</summary>
    public string Logs() => _captured.Text;

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _logs.Dispose();
        await Journal.DisposeAsync();
        Operator?.Dispose();
        _http.Dispose();
        await _backing.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private HubApplication Build() => HubApplication.Build(_settings, _with(_settings) with { Logs = _logs });

    private async Task StartAsync()
    {
        await _hub.StartAsync(CancellationToken.None);
        var url = _hub.Addresses[0];
        _http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
        Operator = new OperatorClient(url, OperatorKey);
        await Wait.UntilAsync("the hub is ready", Patience, async () => (await _http.GetAsync("health/ready")).IsSuccessStatusCode);
    }

    private async Task<int> SnapshotAsync() => (await Operator.StatusAsync()).GetProperty("snapshot").GetInt32();
}
