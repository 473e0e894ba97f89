using Hub.Core.Storage;
using Hub.Store.Sql;

namespace Hub.Store.Search;

/// <summary>Where something is waiting to be sent.</summary>
internal static class Destinations
{
    // Steps from destination to destination in the index instead of over their rows.
    private const string Next = "select part, tenant, partner from delivery where state = 1 and (part, tenant, partner) > ($1, $2, $3) order by part, tenant, partner limit 1";

    private const string All = """
        with recursive destination as (
          (select part, tenant, partner from delivery where state = 1 order by part, tenant, partner limit 1)
          union all
          select n.part, n.tenant, n.partner from destination d, lateral (
            select part, tenant, partner from delivery where state = 1 and (part, tenant, partner) > (d.part, d.tenant, d.partner) order by part, tenant, partner limit 1) n)
        select part, tenant, partner from destination
        """;

    /// <summary>Destinations that a filter asks for: partitions, tenants and partners, side by side.</summary>
    public static async Task<Array[]> ReadAsync(Session session, Dialect dialect, MessageFilter filter)
    {
        var found = dialect == Dialect.Postgres ? await session.ListAsync(Read, All) : await StepAsync(session);
        found.RemoveAll(d => (filter.Tenant ?? d.Tenant) != d.Tenant || (filter.Partner ?? d.Partner) != d.Partner);
        return [found.Select(d => d.Part).ToArray(), found.Select(d => d.Tenant).ToArray(), found.Select(d => d.Partner).ToArray()];
    }

    private static async Task<List<(int Part, string Tenant, string Partner)>> StepAsync(Session session)
    {
        var all = new List<(int Part, string Tenant, string Partner)>();
        var at = (Part: -1, Tenant: string.Empty, Partner: string.Empty);
        while (await session.ListAsync(Read, Next, at.Part, at.Tenant, at.Partner) is [var next])
        {
            all.Add(next);
            at = next;
        }

        return all;
    }

    private static (int Part, string Tenant, string Partner) Read(System.Data.Common.DbDataReader r) => (r.GetInt32(0), r.GetString(1), r.GetString(2));
}
