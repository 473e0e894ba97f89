using System.Data.Common;
using Hub.Core.Content;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Statistics;

/// <summary>Counts what flowed, in one statement for at most a month at a time: one read of its messages and their deliveries, no more rows in memory than there are lines.</summary>
internal sealed class StatisticsReader(Database database) : IStatisticsStore
{
    private const int DaysAtOnce = 31;

    private static readonly string Count = $"""
        with line as (
          select m.accepted / 86400000000 as day, m.source, coalesce(d.partner, '-') as partner, m.kind, m.triage,
            m.id as message, d.id as delivery, d.state, d.attempts, case when d.state = 3 then d.ended - m.accepted end as delay
          from message m left join delivery d on {DeliveryKey.OfMessage("d.id", "m.id")}
          where m.tenant = $1 and m.id >= $2 and m.id < $3 and m.accepted >= $4 and m.accepted < $5),
        placed as (
          select line.*, count(delay) over (partition by day, source, partner, kind, triage) as timed,
            row_number() over (partition by day, source, partner, kind, triage order by delay nulls last) as place
          from line)
        select day, source, partner, kind, triage, count(distinct message), count(delivery),
          count(case when state = 3 then 1 end), count(case when state in (4, 5) then 1 end), count(case when state in (1, 2, 6) then 1 end),
          count(case when attempts > 1 then 1 end),
          min(case when place * 2 >= timed then delay end), min(case when place * 20 >= timed * 19 then delay end)
        from placed group by day, source, partner, kind, triage order by day, source, partner, kind, triage
        """;

    public Task<IReadOnlyList<DailyCount>> DailyAsync(StatisticsFilter filter, CancellationToken cancel) => database.ReadAsync(
        async session =>
        {
            var tenant = CleanText.Of(filter.Tenant);
            var counts = new List<DailyCount>();
            for (var day = filter.From; day <= filter.To; day = day.AddDays(DaysAtOnce))
            {
                var end = day.AddDays(DaysAtOnce) > filter.To ? filter.To.AddDays(1) : day.AddDays(DaysAtOnce);
                var (from, to) = (Start(day), Start(end));
                var (first, last) = await AcceptanceRange.FindAsync(session, tenant, from, to);
                counts.AddRange(await session.ListAsync(Read, Count, tenant, first, last, from, to));
            }

            return (IReadOnlyList<DailyCount>)counts;
        },
        cancel);

    private static long Start(DateOnly day) => Micros.Of(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));

    private static DailyCount Read(DbDataReader r) => new(
        DateOnly.FromDayNumber((int)r.GetInt64(0) + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber),
        r.GetString(1),
        r.GetString(2),
        (ContentKind)r.GetInt16(3),
        (Triage)r.GetInt16(4),
        r.GetInt64(5),
        r.GetInt64(6),
        r.GetInt64(7),
        r.GetInt64(8),
        r.GetInt64(9),
        r.GetInt64(10),
        Milliseconds(r, 11),
        Milliseconds(r, 12));

    // Clocks of two nodes may differ by a little: nothing is delivered before it was taken in.
    private static long? Milliseconds(DbDataReader r, int column) => r.IsDBNull(column) ? null : Math.Max(0, (r.GetInt64(column) + 500) / 1000);
}
