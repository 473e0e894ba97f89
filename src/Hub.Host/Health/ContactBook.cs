using Hub.Core.Storage;
using Hub.Delivery;
using Hub.Host.Composition;

namespace Hub.Host.Health;

/// <summary>What this node knows of partners since its start, and which of it has not been reported yet. Used by one loop; <see cref="Now"/> by anybody.</summary>
/// <param name="services">What the node is made of.</param>
internal sealed class ContactBook(HubServices services)
{
    private readonly Dictionary<(string, string), Contact> _reported = [];
    private readonly Dictionary<(string, string), DateTimeOffset> _down = [];
    private readonly Lock _gate = new();

    /// <summary>Whether anything was reported since the start.</summary>
    public bool IsNew { get; private set; } = true;

    /// <summary>What the node knows right now.</summary>
    /// <returns>One contact per partner.</returns>
    public IReadOnlyList<Contact> Now()
    {
        lock (_gate)
            return [.. Gather().Values];
    }

    /// <summary>What has changed since it was last reported.</summary>
    /// <returns>The contacts.</returns>
    public IReadOnlyList<Contact> Changed()
    {
        lock (_gate)
            return [.. Gather().Values.Where(c => _reported.GetValueOrDefault((c.Tenant, c.Partner)) != c)];
    }

    /// <summary>They are reported.</summary>
    /// <param name="contacts">Which.</param>
    public void Reported(IReadOnlyList<Contact> contacts)
    {
        lock (_gate)
        {
            IsNew = false;
            foreach (var contact in contacts)
                _reported[(contact.Tenant, contact.Partner)] = contact;
        }
    }

    private Dictionary<(string, string), Contact> Gather()
    {
        var found = new Dictionary<(string, string), Contact>();
        foreach (var partner in services.Snapshots.Current.Tenants.SelectMany(t => t.Partners.Values).Where(p => p.Expects is not null))
            Of(found, partner.Tenant, partner.Name);
        foreach (var (key, reported) in _reported)
            found.TryAdd(key, reported with { Circuit = null, CircuitSince = null });
        if (services.Engine is not { } engine)
            return found;
        foreach (var seen in engine.Traffic)
        {
            found[(seen.Tenant, seen.Partner)] = Of(found, seen.Tenant, seen.Partner) with
            {
                ReceivedAt = seen.ReceivedAt,
                FailedAt = seen.FailedAt,
                Error = seen.Error,
                Ahead = seen.Ahead,
            };
        }

        foreach (var line in engine.Status.Partners)
        {
            found[(line.Tenant, line.Partner)] = Of(found, line.Tenant, line.Partner) with
            {
                SucceededAt = line.LastSuccess ?? Of(found, line.Tenant, line.Partner).SucceededAt,
                Circuit = Word(line.Circuit),
                CircuitSince = Since(line),
            };
        }

        return found;
    }

    // A probe that lets one delivery through and closes again is one time of being down.
    private DateTimeOffset Since(PartnerStatus line)
    {
        if (line.Circuit != CircuitState.Closed)
            return _down[(line.Tenant, line.Partner)] = _down.GetValueOrDefault((line.Tenant, line.Partner), line.CircuitSince);
        _down.Remove((line.Tenant, line.Partner));
        return line.CircuitSince;
    }

    private static string Word(CircuitState state) => state switch
    {
        CircuitState.Open => "open",
        CircuitState.HalfOpen => "halfOpen",
        _ => "closed",
    };

    private Contact Of(Dictionary<(string, string), Contact> found, string tenant, string partner)
    {
        if (!found.TryGetValue((tenant, partner), out var contact))
        {
            contact = _reported.TryGetValue((tenant, partner), out var reported)
                ? reported with { Circuit = null, CircuitSince = null }
                : new Contact(tenant, partner, services.Settings.Node) { KnownAt = services.Time.GetUtcNow() };
            found[(tenant, partner)] = contact;
        }

        return contact;
    }
}
