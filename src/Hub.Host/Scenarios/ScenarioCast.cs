using Hub.Host.Security;

namespace Hub.Host.Scenarios;

/// <summary>Who plays the partners of a scenario. What the example configuration leaves to an installation (addresses, keys, secrets, files) is filled in from here.</summary>
public sealed class ScenarioCast : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _players = [];
    private readonly Dictionary<(string Tenant, string Partner), PlayedPartner> _partners = [];
    private readonly Dictionary<string, string> _connections = new(StringComparer.Ordinal);
    private readonly List<Action<Uri>> _joins = [];

    /// <summary>A cast with nobody in it.</summary>
    /// <param name="directory">Configuration directory that will be used; files for it may be written there.</param>
    public ScenarioCast(string directory) => Directory = directory;

    /// <summary>Configuration directory of the hub that is about to start.</summary>
    public string Directory { get; }

    /// <summary>What stands in place of what the example says, by tenant and partner.</summary>
    public IReadOnlyDictionary<(string Tenant, string Partner), PlayedPartner> Partners => _partners;

    /// <summary>Keys of the connections that the example's hub.yaml names.</summary>
    public IReadOnlyDictionary<string, string> Connections => _connections;

    /// <summary>Settings of hub.yaml that stand in place of the example's, by dotted path (<c>tokens.issuer</c>).</summary>
    public Dictionary<string, string> HubSettings { get; } = new(StringComparer.Ordinal);

    /// <summary>Settings of tenant files that stand in place of the example's, by tenant and dotted path (<c>messaging.maildir</c>).</summary>
    public Dictionary<(string Tenant, string Path), string> TenantSettings { get; } = [];

    /// <summary>Takes a simulator in; it ends with the cast.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="player">The simulator.</param>
    /// <returns>The same.</returns>
    public T Add<T>(T player)
        where T : IAsyncDisposable
    {
        _players.Add(player);
        return player;
    }

    /// <summary>Says where a partner is.</summary>
    /// <param name="tenant">Tenant name in the example.</param>
    /// <param name="partner">Partner name in the example.</param>
    /// <param name="url">Its address; null where the hub does not send to it.</param>
    /// <param name="secret">The hub's secret there; null where it needs none.</param>
    /// <param name="settings">Further settings of the partner by dotted path (<c>options.folder</c>, <c>auth.tokenUrl</c>).</param>
    /// <returns>The partner with a new key of its own.</returns>
    public PlayedPartner Play(string tenant, string partner, Uri? url = null, string? secret = null, IReadOnlyDictionary<string, string>? settings = null) =>
        _partners[(tenant, partner)] = new PlayedPartner(ApiKey.New(), url, secret, settings ?? new Dictionary<string, string>());

    /// <summary>Gives a shared connection a key.</summary>
    /// <param name="connection">Name in the example's hub.yaml.</param>
    /// <returns>The key.</returns>
    public string Connect(string connection) => _connections[connection] = ApiKey.New();

    /// <summary>Asks to be told where the hub is, once it listens.</summary>
    /// <param name="join">Told once.</param>
    public void OnListening(Action<Uri> join) => _joins.Add(join);

    /// <summary>Tells everybody where the hub is.</summary>
    /// <param name="hub">Its address.</param>
    public void Join(Uri hub)
    {
        foreach (var join in _joins)
            join(hub);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        for (var i = _players.Count - 1; i >= 0; i--)
            await _players[i].DisposeAsync();
    }
}

/// <summary>A partner that a simulator plays.</summary>
/// <param name="Key">The key with which it calls the hub.</param>
/// <param name="Url">Where the hub reaches it; null when it does not.</param>
/// <param name="Secret">The hub's secret there; null when it needs none.</param>
/// <param name="Settings">Further settings by dotted path.</param>
public sealed record PlayedPartner(string Key, Uri? Url, string? Secret, IReadOnlyDictionary<string, string> Settings);
