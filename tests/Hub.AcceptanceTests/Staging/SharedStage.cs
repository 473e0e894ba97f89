using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Simulators.Siemens;
using Hub.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Hub.AcceptanceTests.Staging;

/// <summary>A hub that serves many municipalities over one connection, each with a journal of its own.</summary>
internal sealed class SharedStage : IAsyncDisposable
{
    public const string Connection = "siemens-agder";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-shared-").FullName;
    private readonly TestKey _operator = TestKey.New("operator");
    private readonly CapturedLogs _captured = new();
    private readonly ILoggerFactory _logs;
    private readonly Backing _backing;
    private HubApplication? _hub;

    private SharedStage(Backing backing) => (_backing, _logs) = (backing, _captured.Factory());

    /// <summary>Key of the connection.</summary>
    public TestKey Key { get; } = TestKey.New("connection");

    /// <summary>Key of a tenant's own address, in the first municipality.</summary>
    public TestKey Own { get; } = TestKey.New("own");

    public IReadOnlyDictionary<SiemensMunicipality, StagedJournal> Journals { get; private set; } = new Dictionary<SiemensMunicipality, StagedJournal>();

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(60) };

    public OperatorClient Operator { get; private set; } = null!;

    public HubServices Hub => _hub!.Services;

    public Uri Address => new(_hub!.Addresses[0], $"connections/{Connection}/fhir");

    /// <param name="kind">What the hub stands on.</param>
    /// <param name="municipalities">Tenants that have chosen the connection.</param>
    /// <param name="aloof">Tenants that have not.</param>
    /// <param name="terms">Further settings of the connection.</param>
    public static async Task<SharedStage> OpenAsync(BackingKind kind, IReadOnlyList<SiemensMunicipality> municipalities, IReadOnlyList<SiemensMunicipality>? aloof = null, string terms = "rate: 0")
    {
        var stage = new SharedStage(await Backing.MakeAsync(kind));
        await stage.StartAsync(municipalities, aloof ?? [], terms);
        return stage;
    }

    public SiemensFeed Feed() => new(Address, Key.Value);

    public Caller Caller(TestKey key) => new(Http, key, []);

    /// <summary>Waits until nothing is pending.</summary>
    public async Task DrainAsync()
    {
        HubLedger? last = null;
        await Wait.UntilAsync("nothing pending", Patience, async () => (last = await Operator.LedgerAsync()).Pending == 0, () => $"{last}");
    }

    /// <summary>The bytes that a tenant's message came in.</summary>
    public async Task<string> RawAsync(long message)
    {
        var bodies = (await Hub.Store.BodiesAsync(message, CancellationToken.None))!;
        return System.Text.Encoding.UTF8.GetString(Hub.Vault.Open(bodies.Tenant, bodies.SealedRaw.Span).Value);
    }

    public string Logs() => _captured.Text;

    public async ValueTask DisposeAsync()
    {
        if (_hub is not null)
            await _hub.DisposeAsync();
        _logs.Dispose();
        foreach (var journal in Journals.Values)
            await journal.DisposeAsync();
        Operator?.Dispose();
        Http.Dispose();
        await _backing.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync(IReadOnlyList<SiemensMunicipality> municipalities, IReadOnlyList<SiemensMunicipality> aloof, string terms)
    {
        var tenants = Directory.CreateDirectory(Path.Combine(_folder, "config", "tenants")).FullName;
        await File.WriteAllTextAsync(Path.Combine(_folder, "config", "hub.yaml"), $$"""
            operators: [{ name: stage, key: "{{_operator.Hash}}" }]
            connections: { {{Connection}}: { adapter: siemens, keys: ["{{Key.Hash}}"], {{terms}} } }
            partitions: 16
            """);
        Environment.SetEnvironmentVariable(Municipality.Secret, "stage");
        var journals = new Dictionary<SiemensMunicipality, StagedJournal>();
        for (var i = 0; i < municipalities.Count; i++)
        {
            var journal = journals[municipalities[i]] = await StagedJournal.Kinds[i % StagedJournal.Kinds.Count]();
            var own = i == 0 ? $"  direct: {{ adapter: siemens, inbound: {{ keys: [\"{Own.Hash}\"] }} }}\n" : "";
            await File.WriteAllTextAsync(Path.Combine(tenants, $"{municipalities[i].Name}.yaml"), Tenant(municipalities[i], $"  siemens: {{ adapter: siemens, inbound: {{ connection: {Connection} }} }}\n{own}{journal.Partner}", journal.Routes));
        }

        foreach (var other in aloof)
            await File.WriteAllTextAsync(Path.Combine(tenants, $"{other.Name}.yaml"), Tenant(other, $"  siemens: {{ adapter: siemens, inbound: {{ keys: [\"{TestKey.New("other").Hash}\"] }} }}\n", ""));
        Journals = journals;
        var settings = SettingsReader.Read(new SettingArguments(["http://127.0.0.1:0"], Path.Combine(_folder, "config"), Path.Combine(_folder, "data"), "stage"), _backing.Settings.GetValueOrDefault).Value;
        _hub = HubApplication.Build(settings, new HubOverrides { Logs = _logs });
        await _hub.StartAsync(CancellationToken.None);
        Http.BaseAddress = _hub.Addresses[0];
        Operator = new OperatorClient(_hub.Addresses[0], _operator);
        await Wait.UntilAsync("the hub is ready", Patience, async () => (await Http.GetAsync("health/ready")).IsSuccessStatusCode);
    }

    private static string Tenant(SiemensMunicipality municipality, string partners, string routes) =>
        $"tenant: {municipality.Name}\nenvironment: test\norganization: {{ orgnr: \"{municipality.Orgnr}\", name: \"{municipality.Title} kommune\" }}\npartners:\n{partners}\n{(routes.Length > 0 ? $"routes:\n{routes}\n" : "")}";
}
