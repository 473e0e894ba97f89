using Hub.Store.Sql;

namespace Hub.Store.Statistics;

/// <summary>Between which numbers the messages of a period lie. Numbers are given in the order of commits, which is that of acceptance but for the seconds a request waits and the clocks of nodes differ: the period is widened by an hour, and
/// a few dozen looks into the index of a tenant's messages spare one more index that every message would pay for.</summary>
internal static class AcceptanceRange
{
    private const long Hour = 3_600_000_000;

    private const string Next = "select id, accepted from message where tenant = $1 and id >= $2 order by id limit 1";

    private const string Last = "select id from message where tenant = $1 order by id desc limit 1";

    /// <summary>Finds the numbers.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="tenant">Tenant.</param>
    /// <param name="from">First moment, microseconds.</param>
    /// <param name="to">First moment after it, microseconds.</param>
    /// <returns>The first number that may belong to it, and the first after it that cannot.</returns>
    public static async Task<(long First, long End)> FindAsync(Session session, string tenant, long from, long to)
    {
        var end = 1 + await session.FirstAsync(r => r.GetInt64(0), Last, tenant);
        return (await FirstAsync(session, tenant, from - Hour, end), await FirstAsync(session, tenant, to + Hour, end));
    }

    private static async Task<long> FirstAsync(Session session, string tenant, long at, long end)
    {
        var (low, high) = (0L, end);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var (id, accepted) = await session.FirstAsync(r => (r.GetInt64(0), r.GetInt64(1)), Next, tenant, middle);
            if (accepted >= at)
                high = middle;
            else
                low = id + 1;
        }

        return low;
    }
}
