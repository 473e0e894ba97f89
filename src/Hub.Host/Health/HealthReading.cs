using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery.Pauses;
using Hub.Host.Composition;
using Hub.Host.Polling;

namespace Hub.Host.Health;

/// <summary>Gathers what the store and this node know of partners and nodes.</summary>
/// <param name="services">What the node is made of.</param>
/// <param name="book">What this node knows.</param>
internal sealed class HealthReading(HubServices services, ContactBook book)
{
    private const int MostFeeds = 1000;

    private readonly CertificateWatch _certificates = new(services);

    /// <summary>How long a node that reports nothing counts as there.</summary>
    public TimeSpan NodeLives => services.Settings.Alerts.Every * 3 > TimeSpan.FromSeconds(30) ? services.Settings.Alerts.Every * 3 : TimeSpan.FromSeconds(30);

    /// <summary>The nodes that are there.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What each says of itself.</returns>
    public async Task<IReadOnlyList<NodeFacts>> NodesAsync(CancellationToken cancel)
    {
        var since = services.Time.GetUtcNow() - NodeLives;
        return [.. (await services.Store.NodesAsync(cancel)).Where(n => n.At > since).Select(NodeFacts.Of)];
    }

    /// <summary>How partners fare.</summary>
    /// <param name="nodes">The nodes that are there.</param>
    /// <param name="tenant">Only of this tenant; null = of all.</param>
    /// <param name="atMost">No partition of a partner is counted further than this.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One entry per configured partner, in file order.</returns>
    public async Task<IReadOnlyList<PartnerHealth>> PartnersAsync(IReadOnlyList<NodeFacts> nodes, string? tenant, int atMost, CancellationToken cancel)
    {
        var now = services.Time.GetUtcNow();
        var mine = book.Now().ToDictionary(c => (c.Tenant, c.Partner));
        var alive = nodes.Select(n => n.Node).ToHashSet(StringComparer.Ordinal);
        var contacts = (await services.Store.ContactsAsync(tenant, cancel)).ToLookup(c => (c.Tenant, c.Partner));
        var pauses = services.Engine?.Pauses.Current ?? [];
        var waiting = (await services.Store.WaitingAsync(atMost, PausedRoutes(pauses), cancel)).ToDictionary(w => (w.Tenant, w.Partner));
        var listening = nodes.Count == 0 ? now : nodes.Min(n => n.StartedAt);
        var found = new List<PartnerHealth>();
        foreach (var one in services.Snapshots.Current.Tenants.Where(t => tenant is null || t.Name == tenant))
        {
            var limits = services.Settings.Alerts.Limits.With(one.Alerts);
            var feeds = await FeedsAsync(one, cancel);
            foreach (var partner in one.Partners.Values)
            {
                var key = (one.Name, partner.Name);
                List<string> routes = [.. one.Routes.Where(r => r.To == partner.Name && r.Enabled).Select(r => r.Name)];
                var facts = new PartnerFacts(partner, Join(contacts[key], mine.GetValueOrDefault(key), alive))
                {
                    Routes = routes,
                    Pauses = [.. pauses.Where(p => p.Target.Tenant == one.Name && (p.Target.Partner is null || p.Target.Partner == partner.Name) && (p.Target.Route is null || routes.Contains(p.Target.Route)))],
                    Waiting = waiting.GetValueOrDefault(key),
                    Feed = feeds.GetValueOrDefault(partner.Name),
                    ListeningSince = listening,
                    Certificates = _certificates.Of(one, partner),
                };
                found.Add(PartnerJudge.Of(facts, limits, now));
            }
        }

        return found;
    }

    private static Dictionary<string, IReadOnlyList<string>> PausedRoutes(IReadOnlyList<Pause> pauses) =>
        pauses.Select(p => p.Target).Where(t => t.Route is not null).GroupBy(t => t.Tenant).ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g.Select(t => t.Route!)]);

    /// <summary>The partners that do not answer: some node that is there has opened their circuit.</summary>
    /// <param name="tenant">Only of this tenant; null = of all.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Tenant and name of each.</returns>
    public async Task<IReadOnlySet<(string Tenant, string Partner)>> DownAsync(string? tenant, CancellationToken cancel)
    {
        var mine = book.Now().Where(c => tenant is null || c.Tenant == tenant).ToDictionary(c => (c.Tenant, c.Partner));
        var alive = (await NodesAsync(cancel)).Select(n => n.Node).ToHashSet(StringComparer.Ordinal);
        var stored = (await services.Store.ContactsAsync(tenant, cancel)).ToLookup(c => (c.Tenant, c.Partner));
        return mine.Keys.Concat(stored.Select(c => c.Key)).Where(k => Join(stored[k], mine.GetValueOrDefault(k), alive).Any(c => c.Circuit is "open" or "halfOpen")).ToHashSet();
    }

    // What this node knows is newer than what it has reported, but begins with its start.
    private static List<Contact> Join(IEnumerable<Contact> stored, Contact? mine, HashSet<string> alive)
    {
        var all = stored.Select(c => c.Node == mine?.Node || !alive.Contains(c.Node) ? c with { Circuit = null, CircuitSince = null, Ahead = null } : c).ToList();
        if (mine is not null)
            all.Add(mine);
        return all;
    }

    private async Task<Dictionary<string, FeedState>> FeedsAsync(TenantConfig tenant, CancellationToken cancel)
    {
        if (!tenant.Partners.Values.Any(p => p.Inbound?.Auth == InboundAuth.Poll))
            return [];
        var records = await services.Store.FindAsync(new RecordFilter(tenant.Name, RecordKinds.Feed) { Limit = MostFeeds }, cancel);
        return records.ToDictionary(r => r.Key, r => FeedState.Of(r, services.Vault));
    }
}
