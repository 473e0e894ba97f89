using System.Collections.Frozen;
using Hub.Core.Tenants;
using Hub.Host.Configuration;

namespace Hub.Host.Security;

/// <summary>Every key that opens something, rebuilt with each configuration snapshot and swapped in one assignment.</summary>
public sealed class KeyRing
{
    private readonly IReadOnlyList<OperatorKey> _operators;
    private readonly TimeProvider _time;
    private readonly IReadOnlyList<Caller.Connection> _connections;
    private readonly Dictionary<(string Tenant, string Partner), RateGate> _gates = [];
    private FrozenDictionary<KeyHash, (KeyHash Hash, Caller Caller)> _keys;

    /// <summary>Follows a snapshot source.</summary>
    /// <param name="snapshots">Where partners and their keys come from.</param>
    /// <param name="operators">Keys of operators.</param>
    /// <param name="time">The clock of the rate limits.</param>
    /// <param name="connections">Connections that many tenants share; null = none.</param>
    public KeyRing(ISnapshotSource snapshots, IReadOnlyList<OperatorKey> operators, TimeProvider time, IReadOnlyDictionary<string, ConnectionSettings>? connections = null)
    {
        _connections = [.. (connections?.Values ?? []).Select(c => new Caller.Connection(c, new RateGate(c.Rate, time)))];
        (_operators, _time) = (operators, time);
        _keys = Build(snapshots.Current);
        snapshots.Changed += snapshot => Volatile.Write(ref _keys, Build(snapshot));
    }

    /// <summary>Who holds a key.</summary>
    /// <param name="key">The key as sent.</param>
    /// <returns>The caller; null when the key is not known.</returns>
    public Caller? Find(ReadOnlySpan<char> key)
    {
        if (key.Length is 0 or > ApiKey.MaxLength)
            return null;
        var hash = KeyHash.Of(key);
        return Volatile.Read(ref _keys).TryGetValue(hash, out var found) && found.Hash.SameAs(hash) ? found.Caller : null;
    }

    private FrozenDictionary<KeyHash, (KeyHash Hash, Caller Caller)> Build(ConfigSnapshot snapshot)
    {
        var keys = new Dictionary<KeyHash, (KeyHash, Caller)>();
        foreach (var key in _operators)
            keys[key.Hash] = (key.Hash, new Caller.Operator(key.Name));
        foreach (var connection in _connections)
        {
            foreach (var hash in connection.Settings.Keys)
                keys[hash] = (hash, connection);
        }

        foreach (var tenant in snapshot.Tenants)
        {
            foreach (var partner in tenant.Partners.Values)
            {
                // Nobody calls as a partner that is fetched from, is a part of the hub or signs its messages, whatever keys stand with it.
                if (partner.Inbound is not { Auth: InboundAuth.Key } inbound)
                    continue;
                var caller = new Caller.Partner(tenant, partner, Gate(partner, inbound.Rate));
                foreach (var text in inbound.Keys)
                {
                    if (KeyHash.Parse(text) is { } hash)
                        keys.TryAdd(hash, (hash, caller));
                }
            }
        }

        return keys.ToFrozenDictionary();
    }

    // A reload must not give a partner a new allowance: its gate is kept while its rate is the same.
    private RateGate Gate(PartnerConfig partner, int rate)
    {
        var name = (partner.Tenant, partner.Name);
        if (!_gates.TryGetValue(name, out var gate) || gate.Rate != rate)
            _gates[name] = gate = new RateGate(rate, _time);
        return gate;
    }
}
