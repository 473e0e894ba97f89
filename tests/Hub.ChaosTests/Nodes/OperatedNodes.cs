using System.Net;
using System.Text.Json;
using Hub.ChaosTests.Harness;
using Hub.ChaosTests.Load;
using Hub.ChaosTests.Rounds;
using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Xunit;

namespace Hub.ChaosTests.Nodes;

/// <summary>Two real nodes with an operator at each, and a journal beside them.</summary>
internal sealed class OperatedNodes : IAsyncDisposable
{
    public const string Tenant = "nord";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly string _folder;
    private readonly List<Patient> _patients;

    private OperatedNodes(string folder, GericaServer journal, ClusterFiles files, Cluster cluster, int seed, int patients)
    {
        (_folder, Journal, Cluster) = (folder, journal, cluster);
        Operators = [.. cluster.Urls.Select(u => new OperatorClient(u, files.Operator))];
        _patients = [.. SyntheticPerson.Make(seed, patients).Select(p => new Patient(Tenant, p, files.Key(Tenant).Value, () => cluster.Urls, _http))];
    }

    public GericaServer Journal { get; }

    public Cluster Cluster { get; }

    /// <summary>One operator at each node.</summary>
    public IReadOnlyList<OperatorClient> Operators { get; }

    /// <summary>Makes the nodes; starts none.</summary>
    public static async Task<OperatedNodes> MakeAsync(ChaosServers servers, Backing backing, int patients)
    {
        Assert.SkipWhen(ChaosServers.Missing is not null, ChaosServers.Missing ?? "");
        var seed = Random.Shared.Next(100_000, 1_000_000);
        var folder = Directory.CreateTempSubdirectory("hub-nodes-").FullName;
        var journal = await GericaServer.StartAsync(new GericaOptions { Clients = ClusterFiles.Tenants.ToDictionary(t => t, _ => "chaos") });
        var files = new ClusterFiles(folder, journal.Url);
        var cluster = await Cluster.MakeAsync(folder, files.Folders, new RoundPlan(backing, 2, Trouble.KillNode, seed), servers);
        return new OperatedNodes(folder, journal, files, cluster, seed, patients);
    }

    /// <summary>Each patient sends so many events, one after the other.</summary>
    /// <returns>Ids of the messages, in order.</returns>
    public async Task<IReadOnlyList<long>> SendAsync(int each)
    {
        var ids = new List<long>();
        for (var i = 0; i < each; i++)
        {
            foreach (var patient in _patients)
                ids.Add((await patient.SendOneAsync(CancellationToken.None)).MessageId ?? throw new InvalidOperationException("An event was not taken in."));
        }

        return ids;
    }

    /// <summary>Messages that took effect at the journal, in order.</summary>
    public IReadOnlyList<long> Arrived => [.. Journal.Ledger.Effects.Select(e => e.Delivery!.Value.MessageId)];

    public Task UntilAsync(string what, Func<Task<bool>> condition) => Wait.UntilAsync(what, Patience, condition, Cluster.Tail);

    public Task UntilAsync(string what, Func<bool> condition) => Wait.UntilAsync(what, Patience, condition, Cluster.Tail);

    /// <summary>Waits until so many deliveries are pending.</summary>
    public Task PendingAsync(int count, int node = 0) => UntilAsync($"{count} pending", async () => (await Operators[node].LedgerAsync()).Pending == count);

    /// <summary>Partitions that a node owns.</summary>
    public async Task<int> OwnedAsync(int node) => (await Operators[node].StatusAsync()).GetProperty("partitions").GetArrayLength();

    /// <summary>Deliveries to the journal that wait in the memory of a node.</summary>
    public async Task<int> WaitingAsync(int node) => (await Operators[node].StatusAsync()).GetProperty("partners").EnumerateArray()
        .Where(p => (Text(p, "tenant"), Text(p, "partner")) == (Tenant, "journal")).Sum(p => p.GetProperty("waiting").GetInt32());

    /// <summary>The metrics page of a node.</summary>
    public Task<string> MetricsAsync(int node) => _http.GetStringAsync(new Uri(Cluster.Urls[node], "metrics"));

    /// <summary>Audit entries of an action, newest first.</summary>
    public async Task<IReadOnlyList<(string Who, string? Target, string? Reason)>> AuditAsync(string action, int node) =>
    [
        .. (await Operators[node].GetAsync($"audit?action={action}&limit=200")).GetProperty("entries").EnumerateArray().Select(e => (Text(e, "who")!, Text(e, "target"), Text(e, "reason"))),
    ];

    public static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static void Is(HttpStatusCode expected, (HttpStatusCode Status, JsonElement Body) answer) => Assert.True(answer.Status == expected, $"{answer.Status} {answer.Body}");

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Operators)
            one.Dispose();
        await Cluster.DisposeAsync();
        await Journal.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
