using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;
using Npgsql;
using NpgsqlTypes;

namespace Hub.Store.Postgres;

/// <summary>Reads work and writes outcomes. A group of outcomes is one statement and its own transaction.</summary>
internal sealed class PostgresDeliveries(PostgresDatabase database) : IDeliveryStore
{
    // The share lock holds the epochs until the commit: a node that takes a partition waits for it, and a commit that waited sees the new epoch and writes nothing.
    private const string CommitParts = $"""
        with told as materialized ({OutcomeColumns.Table}),
        fresh as materialized (
          select p.id from part p join unnest($14, $15) as c(id, epoch) on p.id = c.id and p.epoch = c.epoch
          order by p.id for share of p),
        moved as (
          update delivery d set {OutcomeColumns.Set} from told t
          where d.id = t.id and d.part = t.part and d.state = 1 and t.part in (select id from fresh)
          returning d.id, d.generation, d.tenant),
        recorded as (
          insert into step (delivery_id, generation, events, form, media, document_id, document)
          select t.id, coalesce(m.generation, (select generation from delivery where id = t.id), 0), t.events,
            case when m.id is not null then t.form end, t.media, t.document_id, case when m.id is not null and t.form is not null then t.document end
          from told t left join moved m on m.id = t.id
          where t.part in (select id from fresh))
        """;

    private const string SettleParts = $"""
        with told as materialized ({OutcomeColumns.Table}),
        read as materialized (select * from unnest($1, $15) as r(id, receipts)),
        moved as (
          update delivery d set {OutcomeColumns.Set} from told t join read r on r.id = t.id
          where d.id = t.id and d.state = $14 and d.receipts = r.receipts
          returning d.id, d.generation, d.tenant),
        recorded as (
          insert into step (delivery_id, generation, events, form, media, document_id, document)
          select t.id, m.generation, t.events, t.form, t.media, t.document_id, case when t.form is not null then t.document end
          from told t join moved m on m.id = t.id)
        """;

    private const string Fresh = " select array_agg(id) from fresh";

    private const string Moved = " select array_agg(id) from moved";

    private static readonly string CommitPlain = CommitParts + Fresh;

    private static readonly string CommitNamed = CommitParts + OutcomeColumns.Named("$16", "$17") + Fresh;

    private static readonly string SettlePlain = SettleParts + Moved;

    private static readonly string SettleNamed = SettleParts + OutcomeColumns.Named("$16", "$17") + Moved;

    // Steps from destination to destination in the index instead of over their rows.
    private const string Backlog = """
        with recursive destination as (
          (select part, tenant, partner, id from delivery where state = 1 order by part, tenant, partner, id limit 1)
          union all
          select n.part, n.tenant, n.partner, n.id from destination d, lateral (
            select part, tenant, partner, id from delivery
            where state = 1 and (part, tenant, partner) > (d.part, d.tenant, d.partner) order by part, tenant, partner, id limit 1) n)
        select d.part, d.tenant, d.partner, d.id, (
            select l.id from delivery l where l.state = 1 and l.part = d.part and l.tenant = d.tenant and l.partner = d.partner order by l.id desc limit 1)
        from destination d where d.part = any($1)
        """;

    private readonly WorkReader _work = new(Dialect.Postgres);

    public Task<IReadOnlyList<WorkItem>> LoadAsync(WorkQuery query, CancellationToken cancel) => ReadAsync(s => _work.LoadAsync(s, query), cancel);

    public Task<IReadOnlyList<DestinationBacklog>> BacklogAsync(IReadOnlyList<int> partitions, CancellationToken cancel) => ReadAsync(
        async session => (IReadOnlyList<DestinationBacklog>)await session.ListAsync(
            r => new DestinationBacklog(r.GetInt32(0), r.GetString(1), r.GetString(2), DeliveryKey.Id(r.GetInt64(3)), DeliveryKey.Id(r.GetInt64(4))),
            Backlog,
            partitions.ToArray()),
        cancel);

    public Task<long> LatestMessageAsync(CancellationToken cancel) => ReadAsync(WorkReader.LatestMessageAsync, cancel);

    public Task<IReadOnlyDictionary<long, DeliveryId>> DeadLanesAsync(
        int partition, string tenant, string partner, IReadOnlyList<string> routes, CancellationToken cancel) =>
        ReadAsync(s => _work.DeadLanesAsync(s, partition, tenant, partner, routes), cancel);

    public Task<IReadOnlyList<DeliveryRow>> OverdueAsync(IReadOnlyList<int> partitions, DateTimeOffset now, int limit, CancellationToken cancel) =>
        ReadAsync(s => _work.OverdueAsync(s, partitions, now, limit), cancel);

    public async Task<IReadOnlySet<int>> CommitAsync(IReadOnlyList<DeliveryOutcome> outcomes, CancellationToken cancel)
    {
        if (outcomes.Count == 0)
            return new HashSet<int>();
        var plan = OutcomePlan.Of(outcomes);
        var fresh = await WriteAsync<int>(
            CommitPlain,
            CommitNamed,
            outcomes,
            to =>
            {
                OutcomeColumns.Add(to, [.. plan.Claims.Keys], NpgsqlDbType.Integer, p => p);
                OutcomeColumns.Add(to, [.. plan.Claims.Values], NpgsqlDbType.Bigint, e => e);
            },
            cancel);
        return plan.Stale(fresh);
    }

    public async Task<IReadOnlySet<DeliveryId>> SettleAsync(IReadOnlyList<DeliveryOutcome> outcomes, DeliveryState expected, CancellationToken cancel)
    {
        if (outcomes.Count == 0)
            return new HashSet<DeliveryId>();
        var settled = await WriteAsync<long>(
            SettlePlain,
            SettleNamed,
            outcomes,
            to =>
            {
                to.Add(new NpgsqlParameter<short> { TypedValue = (short)expected, NpgsqlDbType = NpgsqlDbType.Smallint });
                OutcomeColumns.Add(to, outcomes, NpgsqlDbType.Smallint, o => o.ReceiptsBefore.Stored);
            },
            cancel);
        return settled.Select(DeliveryKey.Id).ToHashSet();
    }

    // One statement is its own snapshot: no transaction to open and close around it.
    private Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancel) =>
        database.OnConnectionAsync(c => work(new PostgresSession(c, cancel)), cancel);

    // Two texts, so that outcomes without correlations, nearly all, pay nothing for them.
    private Task<T[]> WriteAsync<T>(
        string plain, string named, IReadOnlyList<DeliveryOutcome> outcomes, Action<NpgsqlParameterCollection> more, CancellationToken cancel) =>
        database.OnConnectionAsync(
            async connection =>
            {
                var hasNames = OutcomeColumns.HasCorrelations(outcomes);
                await using var command = new NpgsqlCommand(hasNames ? named : plain, connection);
                OutcomeColumns.AddTo(command.Parameters, outcomes);
                more(command.Parameters);
                if (hasNames)
                    OutcomeColumns.AddCorrelations(command.Parameters, outcomes);
                await using var reader = await command.ExecuteReaderAsync(cancel);
                await reader.ReadAsync(cancel);
                T[] answer = reader.IsDBNull(0) ? [] : reader.GetFieldValue<T[]>(0);

                // The commit comes after the row, and with it its faults: reading to the end waits for them.
                await reader.NextResultAsync(cancel);
                return answer;
            },
            cancel);
}
