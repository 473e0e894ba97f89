using System.Data.Common;
using System.Globalization;
using Hub.Core.Storage;
using Hub.Store.Sql;

namespace Hub.Store.Health;

/// <summary>Counts pending deliveries by stepping from destination to destination in their index: the cost follows the destinations that have work, and each is counted so far only.</summary>
/// <param name="dialect">What differs between databases.</param>
/// <param name="pausedRoutes">Routes whose deliveries an operator lets wait, by tenant.</param>
internal sealed class WaitingWork(Dialect dialect, IReadOnlyDictionary<string, IReadOnlyList<string>> pausedRoutes)
{
    // Redelivered ones wait anew under their old number: the oldest is looked for among the first hundred.
    private const string Next = """
        select d.part, d.tenant, d.partner,
          (select count(*) from (select 1 as one from delivery c
            where c.state = 1 and c.part = d.part and c.tenant = d.tenant and c.partner = d.partner and c.answer <> 1 limit $4) as counted),
          (select min(since) from (select o.since from delivery o
            where o.state = 1 and o.part = d.part and o.tenant = d.tenant and o.partner = d.partner and o.answer <> 1 order by o.id limit 100) as oldest)
        from (select part, tenant, partner from delivery
          where state = 1 and (part, tenant, partner) > ($1, $2, $3) order by part, tenant, partner, id limit 1) as d
        """;

    private const string Destination = "from delivery d where d.state = 1 and d.part = $1 and d.tenant = $2 and d.partner = $3 and d.answer <> 1";

    private readonly string _split = string.Format(
        CultureInfo.InvariantCulture,
        $$"""
        select (select count(*) from (select 1 as one {{Destination}} and d.route {0} limit $5) as paused),
          (select min(since) from (select d.since {{Destination}} and not (d.route {0}) order by d.id limit 100) as oldest)
        """,
        string.Format(CultureInfo.InvariantCulture, dialect.Among, "$4"));

    /// <summary>Counts.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="atMost">No destination is counted further than this.</param>
    /// <returns>One entry per partner for which something waits.</returns>
    public async Task<IReadOnlyList<WaitingCount>> ReadAsync(Session session, int atMost)
    {
        var counts = new Dictionary<(string, string), WaitingCount>();
        var at = (Part: -1, Tenant: string.Empty, Partner: string.Empty);
        while (true)
        {
            var found = await session.ListAsync(
                r => (Part: r.GetInt32(0), Tenant: r.GetString(1), Partner: r.GetString(2), Count: r.GetInt64(3), Oldest: Time(r, 4)), Next, at.Part, at.Tenant, at.Partner, atMost);
            if (found.Count == 0)
                return [.. counts.Values.OrderBy(c => c.Tenant, StringComparer.Ordinal).ThenBy(c => c.Partner, StringComparer.Ordinal)];
            var (part, tenant, partner, count, oldest) = found[0];
            at = (part, tenant, partner);
            if (oldest is not { } since)
                continue;
            var here = new WaitingCount(tenant, partner, count, since);
            if (pausedRoutes.TryGetValue(tenant, out var routes) && routes.Count > 0)
            {
                var (paused, unpaused) = await session.FirstAsync(r => (r.GetInt64(0), Time(r, 1)), _split, part, tenant, partner, routes.ToArray(), atMost);
                here = here with { Paused = paused, OldestUnpausedAt = unpaused };
            }

            counts[(tenant, partner)] = counts.TryGetValue((tenant, partner), out var other) ? Together(other, here) : here;
        }
    }

    private static WaitingCount Together(WaitingCount one, WaitingCount other) => one with
    {
        Count = one.Count + other.Count,
        OldestAt = one.OldestAt < other.OldestAt ? one.OldestAt : other.OldestAt,
        Paused = one.Paused + other.Paused,
        OldestUnpausedAt = Earlier(one.OldestUnpausedAt, other.OldestUnpausedAt),
    };

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => other is null || one < other ? one : other;

    private static DateTimeOffset? Time(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.Time(column);
}
