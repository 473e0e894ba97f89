using System.Data.Common;
using System.Globalization;
using System.Text;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Store.Text;

namespace Hub.Store.Sql;

/// <summary>Reads work by the partial indexes that hold unfinished deliveries only.</summary>
internal sealed class WorkReader(Dialect dialect)
{
    private static readonly string Pending = $"""
        select {WorkColumns.OfRow}, {WorkColumns.OfMessage},
          case when d.documented = 0 then (select r.body from message r where r.id = m.raw_id) end, s.form, s.media, s.document_id, s.document
        from delivery d join message m on m.id = {DeliveryKey.MessageOf("d.id")}
        left join step s on d.documented = 1 and s.delivery_id = d.id and s.seq = (
          select min(b.seq) from step b where b.delivery_id = d.id and b.generation = d.generation and b.form is not null)
        where d.state = 1 and d.part = $1 and d.tenant = $2 and d.partner = $3 and d.id > $4
        """;

    private const string Ordered = " order by d.id limit $5";

    private readonly string _overdue =
        $"select {WorkColumns.OfRow} from delivery d join message m on m.id = {DeliveryKey.MessageOf("d.id")} where d.state in (2, 6) and d.due <= $1 and d.part "
        + string.Format(CultureInfo.InvariantCulture, dialect.Among, "$2") + " order by d.due limit $3";

    private readonly string _deadLanes =
        "select lane, min(id) from delivery where state = 4 and part = $1 and tenant = $2 and partner = $3 and route "
        + string.Format(CultureInfo.InvariantCulture, dialect.Among, "$4") + " group by lane";

    public async Task<IReadOnlyList<WorkItem>> LoadAsync(Session session, WorkQuery query)
    {
        List<object?> values = [query.Partition, query.Tenant, query.Partner, DeliveryKey.Of(query.After), query.Limit];
        var sql = new StringBuilder(Pending);
        if (query.Lane is { } lane)
            Also(" and d.lane = {0}", lane);
        else if (query.Except.Count > 0)
            Also($" and not (d.lane {dialect.Among})", query.Except.ToArray());
        if (query.ExceptRoutes.Count > 0)
            Also($" and not (d.route {dialect.Among})", query.ExceptRoutes.ToArray());
        return await session.ListAsync(Item, sql.Append(Ordered).ToString(), [.. values]);

        void Also(string condition, object value)
        {
            values.Add(value);
            sql.Append(CultureInfo.InvariantCulture, $"{string.Format(CultureInfo.InvariantCulture, condition, $"${values.Count}")}");
        }
    }

    public async Task<IReadOnlyList<DeliveryRow>> OverdueAsync(Session session, IReadOnlyList<int> partitions, DateTimeOffset now, int limit) =>
        await session.ListAsync(r => WorkColumns.Row(r), _overdue, Micros.Of(now), partitions.ToArray(), limit);

    public async Task<IReadOnlyDictionary<long, DeliveryId>> DeadLanesAsync(
        Session session, int partition, string tenant, string partner, IReadOnlyList<string> routes)
    {
        var lanes = await session.ListAsync(
            r => (Lane: r.GetInt64(0), First: DeliveryKey.Id(r.GetInt64(1))), _deadLanes, partition, tenant, partner, routes.ToArray());
        return lanes.ToDictionary(l => l.Lane, l => l.First);
    }

    public static Task<long> LatestMessageAsync(Session session) => session.FirstAsync(r => r.GetInt64(0), "select coalesce(max(id), 0) from message");

    private static WorkItem Item(DbDataReader r)
    {
        const int Body = WorkColumns.RowCount + WorkColumns.MessageCount;
        var row = WorkColumns.Row(r);
        var head = r.IsDBNull(Body + 1) ? null : new DocumentHead(r.GetString(Body + 1), r.GetString(Body + 2), r.GetString(Body + 3));
        return new WorkItem(row, WorkColumns.Message(r, WorkColumns.RowCount), r.Bytes(Body), r.Bytes(Body + 4), head);
    }
}
