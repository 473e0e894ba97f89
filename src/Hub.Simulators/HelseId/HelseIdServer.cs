using System.Collections.Concurrent;
using System.Net;
using Hub.Core.Jose;
using Hub.Simulators.Loopback;

namespace Hub.Simulators.HelseId;

/// <summary>A security token service on loopback that does what NHN publishes of HelseID: discovery, key set, client credentials by signed assertion, DPoP with nonces, tokens signed as HelseID signs them. It also logs users on without asking them,
/// for tests of what reads tokens.</summary>
public sealed class HelseIdServer : IAsyncDisposable
{
    private readonly LoopbackListener _listener;
    private readonly ConcurrentDictionary<string, HelseIdClient> _clients;
    private readonly HelseIdOptions _options;
    private readonly TimeProvider _time;
    private SigningKey[] _keys = [NewKey()];
    private TokenIssue? _issue;
    private HelseIdFace? _face;

    private HelseIdServer(HelseIdOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _clients = new(options.Clients.ToDictionary(c => c.ClientId), StringComparer.Ordinal);
        _listener = new LoopbackListener(options.Port, http => _face!.AnswerAsync(http));
    }

    /// <summary>The issuer as tokens name it, without slash at the end; also its base address.</summary>
    public Uri Issuer => new($"http://{IPAddress.Loopback}:{_listener.Port}");

    /// <summary>Where tokens are asked for.</summary>
    public Uri TokenEndpoint => new(Issuer, "connect/token");

    /// <summary>The public keys in the key set: the one that signs now first.</summary>
    public IReadOnlyList<PublicJwk> Keys => [.. Volatile.Read(ref _keys).Select(k => k.Public)];

    /// <summary>Nonces for proofs at the token endpoint.</summary>
    public Nonces Nonces { get; } = new();

    /// <summary>What it did.</summary>
    public HelseIdLedger Ledger { get; } = new();

    /// <summary>True: every request is answered 503. Default false.</summary>
    public bool Down { get; set; }

    /// <summary>Starts a server; it listens when the task is done.</summary>
    /// <param name="options">How it is set up; null = defaults.</param>
    /// <param name="time">The clock; null = the system's.</param>
    /// <returns>The server.</returns>
    public static async Task<HelseIdServer> StartAsync(HelseIdOptions? options = null, TimeProvider? time = null)
    {
        var server = new HelseIdServer(options ?? new HelseIdOptions(), time ?? TimeProvider.System);
        await server._listener.OpenAsync();
        server.Compose();
        return server;
    }

    /// <summary>Adds a client, or puts it in the place of the one with the same id.</summary>
    /// <param name="client">The client.</param>
    public void Register(HelseIdClient client) => _clients[client.ClientId] = client;

    /// <summary>Logs a user on.</summary>
    /// <param name="user">What the token says.</param>
    /// <returns>The access token.</returns>
    public string IssueUserToken(HelseIdUser user) => _issue!.ForUser(_keys[0], user);

    /// <summary>A token for a client without asking for its assertion, for tests of what reads tokens.</summary>
    /// <param name="client">The client.</param>
    /// <param name="organization">Organisation number it speaks for; null for none.</param>
    /// <param name="boundTo">Key that the token is bound to; null = a bearer token.</param>
    /// <returns>The access token, with all scopes of the client.</returns>
    public string IssueClientToken(HelseIdClient client, string? organization, PublicJwk? boundTo = null) =>
        _issue!.ForClient(_keys[0], client, client.Scopes, new Organizations(organization, null), boundTo?.Thumbprint);

    /// <summary>Signs with a new key from now on; the old one stays in the key set.</summary>
    public void RotateKey() => Volatile.Write(ref _keys, [NewKey(), .. _keys]);

    /// <summary>Stops listening.</summary>
    /// <returns>Done when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        await _listener.CloseAsync();
        foreach (var key in _keys)
            key.Dispose();
    }

    private static SigningKey NewKey() => SigningKey.NewRsa("RS256", Guid.NewGuid().ToString("N")[..16].ToUpperInvariant());

    private void Compose()
    {
        var seen = new SeenIds(_time);
        _issue = new TokenIssue(Issuer, _options.TokenLifetime, _time);
        var assertions = new AssertionCheck(_clients.GetValueOrDefault, Issuer, TokenEndpoint, seen, _time);
        var desk = new TokenDesk(assertions, _issue, _options, seen, TokenEndpoint, _time) { Key = () => _keys[0], Nonces = Nonces, Ledger = Ledger };
        _face = new HelseIdFace(Issuer, desk, this);
    }
}
