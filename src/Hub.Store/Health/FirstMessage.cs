using Hub.Store.Sql;

namespace Hub.Store.Health;

/// <summary>Finds the first message of a period by a few dozen looks at the numbers, which are given in the order of commits: that of acceptance but for seconds. The period is widened by a minute.</summary>
internal static class FirstMessage
{
    private const long Minute = 60_000_000;

    /// <summary>Finds it.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="at">Start of the period, microseconds.</param>
    /// <returns>The first number that may belong to the period.</returns>
    public static async Task<long> SinceAsync(Session session, long at)
    {
        var (low, high) = (0L, 1 + await WorkReader.LatestMessageAsync(session));
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var (id, accepted) = await session.FirstAsync(r => (r.GetInt64(0), r.GetInt64(1)), "select id, accepted from message where id >= $1 order by id limit 1", middle);
            if (accepted >= at - Minute)
                high = middle;
            else
                low = id + 1;
        }

        return low;
    }
}
