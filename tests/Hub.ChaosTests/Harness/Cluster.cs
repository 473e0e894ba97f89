using System.Net;
using System.Net.Sockets;
using Hub.ChaosTests.Rounds;

namespace Hub.ChaosTests.Harness;

/// <summary>The nodes of one round on what they stand on.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(40);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly string _folder;
    private readonly NodeFolders _files;
    private readonly string? _postgres;
    private readonly string? _vhost;
    private readonly ChaosServers _servers;
    private readonly HubProcess?[] _nodes;
    private readonly Uri[] _urls;

    private Cluster(string folder, NodeFolders files, RoundPlan plan, ChaosServers servers, string? postgres, string? vhost)
    {
        (_folder, _files, _servers, _postgres, _vhost) = (folder, files, servers, postgres, vhost);
        _nodes = new HubProcess?[plan.Nodes];
        _urls = [.. Enumerable.Range(0, plan.Nodes).Select(_ => new Uri($"http://127.0.0.1:{FreePort()}/"))];
        if (vhost is not null)
            Cable = new Severable(servers.RabbitMqPort);
    }

    /// <summary>Where the nodes listen, up or not.</summary>
    public IReadOnlyList<Uri> Urls => _urls;

    /// <summary>The last node's way to the broker; null without a broker.</summary>
    public Severable? Cable { get; }

    public int Kills { get; private set; }

    public static async Task<Cluster> MakeAsync(string folder, NodeFolders files, RoundPlan plan, ChaosServers servers)
    {
        var name = $"chaos_{Environment.ProcessId}_{plan.Seed}";
        var postgres = plan.Backing == Backing.Sqlite ? null : await servers.NewDatabaseAsync(name);
        var vhost = plan.Backing == Backing.Broker ? name : null;
        if (vhost is not null)
            await servers.MakeVirtualHostAsync(vhost);
        return new Cluster(folder, files, plan, servers, postgres, vhost);
    }

    /// <summary>One node after the other: the first makes tables and keys.</summary>
    public async Task StartAllAsync()
    {
        for (var node = 0; node < _nodes.Length; node++)
            await StartAsync(node);
    }

    public async Task StartAsync(int node)
    {
        Launch(node);
        await _nodes[node]!.UntilReadyAsync(_http, StartWithin);
    }

    /// <summary>Starts a node and does not wait for it.</summary>
    public void Launch(int node)
    {
        _nodes[node]?.Dispose();
        _nodes[node] = HubProcess.Start(_urls[node], _files.Config, _files.Data, $"node{node + 1}", _postgres, RabbitMq(node), Log(node));
    }

    public Task UntilReadyAsync(int node) => _nodes[node]!.UntilReadyAsync(_http, StartWithin);

    public async Task KillAsync(int node)
    {
        Kills++;
        await _nodes[node]!.KillAsync();
    }

    /// <summary>Tells a node to stop in order, and does not wait for it.</summary>
    public Task TerminateAsync(int node) => _nodes[node]!.TerminateAsync();

    /// <summary>The exit code of a node that ends.</summary>
    public Task<int> ExitAsync(int node, TimeSpan within) => _nodes[node]!.ExitAsync(within);

    /// <summary>The virtual host, after the broker has lost it.</summary>
    public Task RemakeVirtualHostAsync() => _servers.MakeVirtualHostAsync(_vhost!);

    /// <summary>The last lines that each node logged.</summary>
    public string Tail() => string.Join(Environment.NewLine, Enumerable.Range(0, _nodes.Length)
        .Where(node => File.Exists(Log(node)))
        .Select(node => $"--- node{node + 1}{Environment.NewLine}{string.Join(Environment.NewLine, ReadLog(node).TakeLast(40))}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            node?.Dispose();
        if (Cable is not null)
            await Cable.DisposeAsync();
        if (_vhost is not null)
            await _servers.DropVirtualHostAsync(_vhost);
        _http.Dispose();
    }

    // Only the last node goes through the cable: the other one keeps its broker when it is pulled.
    private string? RabbitMq(int node)
    {
        if (_vhost is null)
            return null;
        var broker = new UriBuilder(_servers.RabbitMq) { Path = $"/{_vhost}" };
        if (node == _nodes.Length - 1)
            broker.Port = Cable!.Port;
        return broker.Uri.AbsoluteUri;
    }

    private string Log(int node) => Path.Combine(_folder, $"node{node + 1}.log");

    private List<string> ReadLog(int node)
    {
        using var reader = new StreamReader(new FileStream(Log(node), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
