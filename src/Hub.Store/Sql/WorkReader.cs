using Hub.Core.Storage;
using Hub.Store.Text;

namespace Hub.Store.Sql;

/// <summary>Reads due work by the partial indexes that hold unfinished deliveries only.</summary>
internal static class WorkReader
{
    /// <summary>How many rows of a destination are asked for their due time one by one.</summary>
    private const int Examined = 1000;

    private const string Columns = $"select {WorkColumns.OfRow}, {WorkColumns.OfMessage}";

    private const string Bodies = """
        , case when d.documented = 0 then (select r.body from message r where r.id = m.raw_id) end, s.form, s.media, s.document_id, s.document
        from delivery d join message m on m.id = d.id >> 15
        left join step s on d.documented = 1 and s.delivery_id = d.id and s.seq = (
          select min(b.seq) from step b where b.delivery_id = d.id and b.generation = d.generation and b.form is not null)
        where d.state < 3 and
        """;

    private const string Order = " d.id > $1 order by d.id limit $2";

    private const string ByDestination = $"{Columns}{Bodies} d.part = $3 and d.tenant = $4 and d.partner = $5 and{Order}";

    private const string ByLane = $"{Columns}{Bodies} d.lane = $3 and d.part = $4 and d.tenant = $5 and d.partner = $6 and{Order}";

    public static async Task<IReadOnlyList<WorkItem>> LoadAsync(Session session, WorkQuery query)
    {
        var after = DeliveryKey.Of(query.After);
        return query.Lane is { } lane
            ? await session.ListAsync(Item, ByLane, after, query.Limit, lane, query.Partition, query.Tenant, query.Partner)
            : await session.ListAsync(Item, ByDestination, after, query.Limit, query.Partition, query.Tenant, query.Partner);
    }

    /// <summary>When the earliest of a destination is due. Exact up to a thousand rows; beyond, the answer may be early but never late: a row is not due before it was accepted.</summary>
    public static async Task<DateTimeOffset> EarliestDueAsync(Session session, int partition, string tenant, string partner)
    {
        var rows = await session.ListAsync(
            r => (Due: r.GetInt64(0), Since: r.GetInt64(1)),
            $"select due, since from delivery where state < 3 and part = $1 and tenant = $2 and partner = $3 order by id limit {Examined + 1}",
            partition,
            tenant,
            partner);
        if (rows.Count == 0)
            return Micros.Time(0);
        var earliest = rows.Min(r => r.Due);
        return Micros.Time(rows.Count > Examined ? Math.Min(earliest, rows[^1].Since) : earliest);
    }

    private static WorkItem Item(System.Data.Common.DbDataReader r)
    {
        const int Body = WorkColumns.RowCount + WorkColumns.MessageCount;
        var row = WorkColumns.Row(r);
        var head = r.IsDBNull(Body + 1) ? null : new DocumentHead(r.GetString(Body + 1), r.GetString(Body + 2), r.GetString(Body + 3));
        return new WorkItem(row, WorkColumns.Message(r, WorkColumns.RowCount), r.Bytes(Body), r.Bytes(Body + 4), head);
    }
}
