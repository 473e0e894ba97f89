using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;
using Npgsql;
using NpgsqlTypes;

namespace Hub.Store.Postgres;

/// <summary>Reads due work and writes outcomes. A group of outcomes is one statement and its own transaction.</summary>
internal sealed class PostgresDeliveries(PostgresDatabase database) : IDeliveryStore
{
    // The share lock holds the epochs until the commit: a node that takes a partition waits for it, and a commit that waited sees the new epoch and writes nothing.
    private const string Commit = """
        with told as materialized (
          select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            as t(id, part, state, due, attempts, error, receipt, events, form, media, document_id, document)),
        fresh as materialized (
          select p.id from part p join unnest($13, $14) as c(id, epoch) on p.id = c.id and p.epoch = c.epoch
          order by p.id for share of p),
        moved as (
          update delivery d set state = t.state, due = case when t.state in (3, 4, 5) then d.due else t.due end, attempts = t.attempts,
            error = t.error, receipt = coalesce(t.receipt, d.receipt), documented = case when t.form is null then d.documented else 1 end
          from told t
          where d.id = t.id and d.part = t.part and d.state < 3 and t.part in (select id from fresh)
          returning d.id, d.generation),
        told_of as (
          insert into step (delivery_id, generation, events, form, media, document_id, document)
          select t.id, m.generation, t.events, t.form, t.media, t.document_id, case when t.form is not null then t.document end
          from told t join moved m on m.id = t.id)
        select array_agg(id) from fresh
        """;

    private const string Backlog = """
        with recursive destination as (
          (select part, tenant, partner from delivery where state < 3 order by part, tenant, partner limit 1)
          union all
          select n.part, n.tenant, n.partner from destination d, lateral (
            select part, tenant, partner from delivery
            where state < 3 and (part, tenant, partner) > (d.part, d.tenant, d.partner) order by part, tenant, partner limit 1) n)
        select part, tenant, partner from destination where part = any($1)
        """;

    public Task<IReadOnlyList<WorkItem>> LoadAsync(WorkQuery query, CancellationToken cancel) =>
        database.OnConnectionAsync(c => WorkReader.LoadAsync(new PostgresSession(c, cancel), query), cancel);

    public Task<IReadOnlyList<DestinationBacklog>> BacklogAsync(IReadOnlyList<int> partitions, CancellationToken cancel) =>
        database.ReadAsync(
            async session =>
            {
                var destinations = await session.ListAsync(
                    r => (Part: r.GetInt32(0), Tenant: r.GetString(1), Partner: r.GetString(2)), Backlog, partitions.ToArray());
                var backlog = new List<DestinationBacklog>(destinations.Count);
                foreach (var (part, tenant, partner) in destinations)
                    backlog.Add(new DestinationBacklog(part, tenant, partner, await WorkReader.EarliestDueAsync(session, part, tenant, partner)));
                return (IReadOnlyList<DestinationBacklog>)backlog;
            },
            cancel);

    public async Task<IReadOnlySet<int>> CommitAsync(IReadOnlyList<DeliveryOutcome> outcomes, CancellationToken cancel)
    {
        if (outcomes.Count == 0)
            return new HashSet<int>();
        var plan = OutcomePlan.Of(outcomes);
        return await database.OnConnectionAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(Commit, connection);
                Fill(command.Parameters, outcomes, plan);
                await using var reader = await command.ExecuteReaderAsync(cancel);
                await reader.ReadAsync(cancel);
                int[] fresh = reader.IsDBNull(0) ? [] : reader.GetFieldValue<int[]>(0);
                await reader.NextResultAsync(cancel);
                return plan.Stale(fresh);
            },
            cancel);
    }

    private static void Fill(NpgsqlParameterCollection to, IReadOnlyList<DeliveryOutcome> outcomes, OutcomePlan plan)
    {
        Add(to, outcomes, NpgsqlDbType.Bigint, o => DeliveryKey.Of(o.Id));
        Add(to, outcomes, NpgsqlDbType.Integer, o => o.Partition);
        Add(to, outcomes, NpgsqlDbType.Smallint, o => (short)o.State);
        Add(to, outcomes, NpgsqlDbType.Bigint, o => Micros.Of(o.Due));
        Add(to, outcomes, NpgsqlDbType.Integer, o => o.Attempts);
        Add(to, outcomes, NpgsqlDbType.Text, o => CleanText.OrNull(o.ErrorCode));
        Add(to, outcomes, NpgsqlDbType.Text, o => CleanText.OrNull(o.Receipt));
        Add(to, outcomes, NpgsqlDbType.Text, o => EventText.Write(o.Events));
        Add(to, outcomes, NpgsqlDbType.Text, o => o.Document?.Form);
        Add(to, outcomes, NpgsqlDbType.Text, o => o.Document?.MediaType);
        Add(to, outcomes, NpgsqlDbType.Text, o => CleanText.OrNull(o.Document?.DocumentId));
        Add(to, outcomes, NpgsqlDbType.Bytea, o => o.SealedDocument);
        Add(to, [.. plan.Claims.Keys], NpgsqlDbType.Integer, p => p);
        Add(to, [.. plan.Claims.Values], NpgsqlDbType.Bigint, e => e);
    }

    private static void Add<TRow, TValue>(NpgsqlParameterCollection to, IReadOnlyList<TRow> rows, NpgsqlDbType type, Func<TRow, TValue> column)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = column(rows[i]);
        to.Add(new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
    }
}
