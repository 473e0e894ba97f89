using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Hub.AcceptanceTests.Staging;

/// <summary>A whole hub in this process with its configuration files, two municipalities and a journal system beside it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-stage-").FullName;
    private readonly TestKey _operatorKey = TestKey.New("operator");
    private readonly CapturedLogs _captured = new();
    private readonly ILoggerFactory _logs;
    private readonly Backing _backing;
    private readonly HubApplication _hub;
    private readonly HttpClient _http;

    private Stage(Backing backing, GericaServer journal, IReadOnlyList<Municipality> municipalities)
    {
        (_backing, Journal) = (backing, journal);
        Directory.CreateDirectory(Path.Combine(Config, "tenants"));
        File.WriteAllText(Path.Combine(Config, "hub.yaml"), $$"""
            operators: [{ name: stage, key: "{{_operatorKey.Hash}}" }]
            reloadEvery: 100ms
            partitions: 16
            """);
        foreach (var municipality in municipalities)
            Write(municipality);
        Environment.SetEnvironmentVariable(Municipality.Secret, "stage");
        var settings = SettingsReader.Read(new SettingArguments(["http://127.0.0.1:0"], Config, Data, "stage"), backing.Settings.GetValueOrDefault);
        _logs = _captured.Factory();
        _hub = HubApplication.Build(settings.Value, new HubOverrides { Logs = _logs });
        _http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
    }

    public GericaServer Journal { get; }

    public OperatorClient Operator { get; private set; } = null!;

    /// <summary>Every answer that a caller got.</summary>
    public List<Reply> Heard { get; } = [];

    public string Config => Path.Combine(_folder, "config");

    public string Data => Path.Combine(_folder, "data");

    public HttpClient Http => _http;

    public static async Task<Stage> OpenAsync(BackingKind kind, params IReadOnlyList<Municipality> municipalities)
    {
        var backing = await Backing.MakeAsync(kind);
        IReadOnlyList<Municipality> all = municipalities.Count > 0 ? municipalities : [Municipality.Larvik];
        var journal = await GericaServer.StartAsync(new GericaOptions { Clients = all.ToDictionary(m => m.Name, _ => "stage"), KeepBodies = true });
        var stage = new Stage(backing, journal, all);
        await stage._hub.StartAsync(CancellationToken.None);
        var url = stage._hub.Addresses[0];
        stage._http.BaseAddress = url;
        stage.Operator = new OperatorClient(url, stage._operatorKey);
        await Wait.UntilAsync("the hub is ready", Patience, async () => (await stage._http.GetAsync("health/ready")).IsSuccessStatusCode);
        return stage;
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

    private async Task<int> SnapshotAsync() => (await Operator.StatusAsync()).GetProperty("snapshot").GetInt32();
}
