using System.Data.Common;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Search;

/// <summary>Groups deliveries that failed. Only those in trouble are read, never those that arrived.</summary>
internal sealed class FailureReader(Database database)
{
    private const int MostExamples = 3;

    // A line per message number modulo 3 costs nothing more and gives three examples that are not the same.
    private static readonly string Count = $"""
        select tenant, partner, route, error, count(*), sum(case when state = 4 then 1 else 0 end),
          min(coalesce(ended, since)), max(coalesce(ended, since)), max(id)
        from delivery
        where {FlagText.IsFlagged} and error is not null and state in (1, 2, 4, 6) and coalesce(ended, since) >= $1 and coalesce(ended, since) < $2
        group by tenant, partner, route, error, {DeliveryKey.MessageOf("id")} % 3
        """;

    public Task<IReadOnlyList<FailureGroup>> ReadAsync(FailureFilter filter, CancellationToken cancel) => database.ReadAsync(
        async session =>
        {
            var from = filter.From is { } first ? Micros.Of(first) : long.MinValue;
            var to = filter.To is { } end ? Micros.Of(end) : long.MaxValue;
            var lines = await session.ListAsync(Read, Count, from, to);
            return (IReadOnlyList<FailureGroup>)
            [
                .. lines.Where(l => Fits(filter, l)).GroupBy(l => (l.Tenant, l.Partner, l.Route, l.Code)).Select(Group)
                    .OrderByDescending(g => g.Count).ThenByDescending(g => g.LastSeen),
            ];
        },
        cancel);

    private static bool Fits(FailureFilter filter, Line line) =>
        (filter.Tenant ?? line.Tenant) == line.Tenant
        && (filter.Partner ?? line.Partner) == line.Partner
        && (filter.Route ?? line.Route) == line.Route
        && (filter.Code ?? line.Code) == line.Code;

    private static FailureGroup Group(IGrouping<(string Tenant, string Partner, string Route, string Code), Line> lines) => new(
        lines.Key.Tenant,
        lines.Key.Partner,
        lines.Key.Route,
        lines.Key.Code,
        lines.Sum(l => l.Count),
        lines.Sum(l => l.Dead),
        Micros.Time(lines.Min(l => l.First)),
        Micros.Time(lines.Max(l => l.Latest)),
        [.. lines.Select(l => l.Example).Distinct().OrderDescending().Take(MostExamples)]);

    private static Line Read(DbDataReader r) => new(
        r.GetString(0),
        r.GetString(1),
        r.GetString(2),
        r.GetString(3),
        r.GetInt64(4),
        r.GetInt64(5),
        r.GetInt64(6),
        r.GetInt64(7),
        DeliveryKey.Id(r.GetInt64(8)).MessageId);

    private sealed record Line(string Tenant, string Partner, string Route, string Code, long Count, long Dead, long First, long Latest, long Example);
}
