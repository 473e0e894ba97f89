using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Search;

/// <summary>Between which numbers the messages of a period lie, of all tenants. Numbers are given in the order of commits, which is that of acceptance but for the seconds a request waits and the clocks of nodes differ: the period is widened by a minute at both
/// ends, since a search that somebody waits for must not look at an hour of messages too many. Clocks that are wrong by more are an alert of their own.</summary>
internal static class AcceptedBetween
{
    private const long Minute = 60_000_000;
    private const long Everything = long.MaxValue >> DeliveryKey.Shift;

    private const string Next = "select id, accepted from message where id >= $1 order by id limit 1";

    private const string Last = "select id from message order by id desc limit 1";

    /// <summary>Finds the numbers.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="from">First moment; null for the beginning.</param>
    /// <param name="to">First moment after it; null for no end.</param>
    /// <returns>The first number that may belong to it, and the first after it that cannot.</returns>
    public static async Task<(long First, long End)> FindAsync(Session session, DateTimeOffset? from, DateTimeOffset? to)
    {
        if (from is null && to is null)
            return (0, Everything);
        var end = 1 + await session.FirstAsync(r => r.GetInt64(0), Last);
        return (
            from is { } first ? await FirstAsync(session, Micros.Of(first) - Minute, end) : 0,
            to is { } last && await FirstAsync(session, Micros.Of(last) + Minute, end) is var after && after < end ? after : Everything);
    }

    private static async Task<long> FirstAsync(Session session, long at, long end)
    {
        var (low, high) = (0L, end);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var (id, accepted) = await session.FirstAsync(r => (r.GetInt64(0), r.GetInt64(1)), Next, middle);
            if (accepted >= at)
                high = middle;
            else
                low = id + 1;
        }

        return low;
    }
}
