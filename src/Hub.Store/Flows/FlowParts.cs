using Hub.Store.Search;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Flows;

/// <summary>What traffic of a period is figured from. Every statement reads by an index: all messages by their flows, without the rows; unfinished and failed deliveries by their own; delivered ones by number, a sample.</summary>
internal sealed class FlowParts(Dialect dialect)
{
    private const string Waiting = """
        select id, flow, since, case when error is null then 0 else 1 end from delivery where state = 1 and id >= $1 and id < $2
        """;

    private const string Troubled = $"""
        select id, flow, since, state, coalesce(ended, since) from delivery where {FlagText.IsFlagged} and state in (2, 4, 5, 6) and id >= $1 and id < $2
        """;

    private const string Failed = """
        select id, flow, since, ended from delivery where state in (2, 4, 5, 6) and state in (4, 5) and ended >= $1 and ended < $2
        """;

    private const string Last = "select id from message order by id desc limit 1";

    private readonly string _counts =
        $"select flow, count(*) from message where flow {Among(dialect, "$1")} and id >= $2 and id < $3 and accepted >= $4 and accepted < $5 group by flow";

    private readonly string _volume =
        $"select accepted / $6, count(*) from message where flow {Among(dialect, "$1")} and id >= $2 and id < $3 and accepted >= $4 and accepted < $5 group by accepted / $6";

    private readonly string _sampled =
        $"select id from message where flow {Among(dialect, "$1")} and id >= $2 and id < $3 and accepted >= $4 and accepted < $5 and id % $6 = 0";

    private readonly string _delivered = $"""
        select d.id, d.flow, d.since, d.ended from ({dialect.Numbers("$1", "id")}) i join delivery d on {DeliveryKey.OfMessage("d.id", "i.id")}
        where d.state = 3 and d.ended is not null
        """;

    private readonly string _within = $"select m.id from ({dialect.Numbers("$1", "id")}) i join message m on m.id = i.id where m.accepted >= $2 and m.accepted < $3";

    /// <summary>Messages by flow.</summary>
    public async Task<Dictionary<int, long>> CountsAsync(Session session, Period period) =>
        (await session.ListAsync(r => (Flow: r.GetInt32(0), Count: r.GetInt64(1)), _counts, period.Values)).ToDictionary(c => c.Flow, c => c.Count);

    /// <summary>Messages by step of time.</summary>
    public async Task<Dictionary<long, long>> VolumeAsync(Session session, Period period, long step) =>
        (await session.ListAsync(r => (Step: r.GetInt64(0), Count: r.GetInt64(1)), _volume, [.. period.Values, step])).ToDictionary(c => c.Step, c => c.Count);

    /// <summary>Deliveries that were given up, discarded, are held or wait for a receipt; and those that wait for a try.</summary>
    public static async Task<List<FlowDelivery>> UnfinishedAsync(Session session, Period period)
    {
        var (first, end) = (DeliveryKey.Of(period.First, 0), DeliveryKey.Of(period.End, 0));
        var all = await session.ListAsync(
            r => new FlowDelivery(r.GetInt64(0), r.GetInt32(1), r.GetInt64(2), r.GetInt16(3) is 4 or 5 ? r.GetInt64(4) : null) { IsFailed = r.GetInt16(3) is 4 or 5 }, Troubled, first, end);
        all.AddRange(await session.ListAsync(r => new FlowDelivery(r.GetInt64(0), r.GetInt32(1), r.GetInt64(2), null) { IsRetried = r.GetInt32(3) == 1 }, Waiting, first, end));
        return all;
    }

    /// <summary>Those of messages taken in within the period. A delivery that an operator made due again has another time of its own: its message is asked.</summary>
    public async Task<List<FlowDelivery>> TakenInAsync(Session session, Period period, IReadOnlyList<FlowDelivery> deliveries)
    {
        var doubtful = deliveries.Where(d => !period.Has(d.Since)).Select(d => d.Key >> DeliveryKey.Shift).Distinct().ToArray();
        var inside = doubtful.Length == 0 ? [] : (await session.ListAsync(r => r.GetInt64(0), _within, doubtful, period.From, period.To)).ToHashSet();
        return [.. deliveries.Where(d => period.Has(d.Since) || inside.Contains(d.Key >> DeliveryKey.Shift))];
    }

    /// <summary>Deliveries that were given up or discarded within the period, whenever their messages were taken in.</summary>
    public static Task<List<FlowDelivery>> FailedAsync(Session session, Period period) => session.ListAsync(
        r => new FlowDelivery(r.GetInt64(0), r.GetInt32(1), r.GetInt64(2), r.GetInt64(3)) { IsFailed = true }, Failed, period.From, period.To);

    /// <summary>Delivered ones of about so many messages, spread evenly.</summary>
    public async Task<List<FlowDelivery>> SampleAsync(Session session, Period period, long messages, int most)
    {
        var every = Math.Max(1, messages / most);
        var ids = period.IsEverything ? await EachAsync(session, period, most) : await session.ListAsync(r => r.GetInt64(0), _sampled, [.. period.Values, every]);
        return await session.ListAsync(r => new FlowDelivery(r.GetInt64(0), r.GetInt32(1), r.GetInt64(2), r.GetInt64(3)), _delivered, ids.ToArray());
    }

    // Where every message is asked for, numbers need not be looked up.
    private static async Task<List<long>> EachAsync(Session session, Period period, int most)
    {
        var end = Math.Min(period.End, 1 + await session.FirstAsync(r => r.GetInt64(0), Last));
        var every = Math.Max(1, (end - period.First) / most);
        var ids = new List<long>();
        for (var id = period.First; id < end; id += every)
            ids.Add(id);
        return ids;
    }

    private static string Among(Dialect dialect, string parameter) => string.Format(System.Globalization.CultureInfo.InvariantCulture, dialect.Among, parameter);
}

/// <summary>Messages of some flows in a period.</summary>
/// <param name="Flows">Numbers of the flows.</param>
/// <param name="First">First number of a message.</param>
/// <param name="End">First number after.</param>
/// <param name="From">First moment, microseconds.</param>
/// <param name="To">First moment after, microseconds.</param>
internal sealed record Period(int[] Flows, long First, long End, long From, long To)
{
    /// <summary>True when no flow is left out.</summary>
    public bool IsEverything { get; init; }

    public object?[] Values => [Flows, First, End, From, To];

    public bool Has(long at) => at >= From && at < To;
}

/// <summary>One delivery, as far as charts need it.</summary>
/// <param name="Key">Its number.</param>
/// <param name="Flow">Flow of its message.</param>
/// <param name="Since">When it was taken in, or an operator last made it due, microseconds.</param>
/// <param name="Ended">When it was delivered or given up; null while it is not.</param>
internal readonly record struct FlowDelivery(long Key, int Flow, long Since, long? Ended)
{
    public bool IsFailed { get; init; }

    public bool IsRetried { get; init; }

    public int No => (int)(Key & short.MaxValue);
}
