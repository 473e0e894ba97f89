using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Health;

/// <summary>Counts pending deliveries by stepping from destination to destination in their index: the cost follows the destinations that have work, and each is counted so far only.</summary>
internal static class WaitingWork
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

    public static async Task<IReadOnlyList<WaitingCount>> ReadAsync(Session session, int atMost)
    {
        var counts = new Dictionary<(string, string), WaitingCount>();
        var at = (Part: -1, Tenant: string.Empty, Partner: string.Empty);
        while (true)
        {
            var found = await session.ListAsync(
                r => (Part: r.GetInt32(0), Tenant: r.GetString(1), Partner: r.GetString(2), Count: r.GetInt64(3), Oldest: r.IsDBNull(4) ? 0 : r.GetInt64(4)),
                Next,
                at.Part,
                at.Tenant,
                at.Partner,
                atMost);
            if (found.Count == 0)
                return [.. counts.Values.OrderBy(c => c.Tenant, StringComparer.Ordinal).ThenBy(c => c.Partner, StringComparer.Ordinal)];
            var (part, tenant, partner, count, oldest) = found[0];
            at = (part, tenant, partner);
            if (count == 0)
                continue;
            var since = Micros.Time(oldest);
            counts[(tenant, partner)] = counts.TryGetValue((tenant, partner), out var other)
                ? other with { Count = other.Count + count, OldestAt = other.OldestAt < since ? other.OldestAt : since }
                : new WaitingCount(tenant, partner, count, since);
        }
    }
}
