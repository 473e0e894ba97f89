using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Sqlite;

/// <summary>Reads work and writes outcomes.</summary>
internal sealed class SqliteDeliveries(SqliteDatabase database) : IDeliveryStore
{
    private const string Epoch = "select epoch from part where id = ?";

    private const string Move = """
        update delivery set state = ?1, due = case when ?1 in (3, 4, 5) then due else ?2 end, ended = case when ?1 in (3, 4, 5) then ?2 end, attempts = ?3, error = ?4,
          receipt = coalesce(?5, receipt), documented = max(documented, ?6), receipts = ?10
        where id = ?7 and state = ?8 and ?9 in (part, -1) and ?11 in (receipts, -1)
        """;

    private const string Tell = """
        insert into step (delivery_id, generation, events, form, media, document_id, document)
        values (?1, coalesce((select generation from delivery where id = ?1), 0), ?2, ?3, ?4, ?5, ?6)
        """;

    private const string Name = """
        insert into correlation (tenant, correlation, delivery_id, generation)
        select tenant, ?2, id, generation from delivery where id = ?1 on conflict (tenant, correlation) do nothing
        """;

    private const string NextDestination = """
        select part, tenant, partner, id from delivery
        where state = 1 and (part, tenant, partner) > ($1, $2, $3) order by part, tenant, partner, id limit 1
        """;

    private const string LastOf = "select id from delivery where state = 1 and part = $1 and tenant = $2 and partner = $3 order by id desc limit 1";

    private readonly WorkReader _work = new(Dialect.Sqlite);

    public Task<IReadOnlyList<WorkItem>> LoadAsync(WorkQuery query, CancellationToken cancel) =>
        database.ReadAsync(s => _work.LoadAsync(s, query), cancel);

    public Task<IReadOnlyList<DestinationBacklog>> BacklogAsync(IReadOnlyList<int> partitions, CancellationToken cancel) =>
        database.ReadAsync(s => BacklogAsync(s, partitions.ToHashSet()), cancel);

    public Task<long> LatestMessageAsync(CancellationToken cancel) => database.ReadAsync(WorkReader.LatestMessageAsync, cancel);

    public Task<IReadOnlyDictionary<long, DeliveryId>> DeadLanesAsync(
        int partition, string tenant, string partner, IReadOnlyList<string> routes, CancellationToken cancel) =>
        database.ReadAsync(s => _work.DeadLanesAsync(s, partition, tenant, partner, routes), cancel);

    public Task<IReadOnlyList<DeliveryRow>> OverdueAsync(IReadOnlyList<int> partitions, DateTimeOffset now, int limit, CancellationToken cancel) =>
        database.ReadAsync(s => _work.OverdueAsync(s, partitions, now, limit), cancel);

    public Task<IReadOnlySet<int>> CommitAsync(IReadOnlyList<DeliveryOutcome> outcomes, CancellationToken cancel) =>
        database.InTransactionAsync(writer => Task.FromResult(Commit(writer, outcomes)), cancel);

    public Task<IReadOnlySet<DeliveryId>> SettleAsync(IReadOnlyList<DeliveryOutcome> outcomes, DeliveryState expected, CancellationToken cancel) =>
        database.InTransactionAsync(writer => Task.FromResult<IReadOnlySet<DeliveryId>>(Settle(writer, outcomes, expected)), cancel);

    // Steps from destination to destination in the index instead of over their rows.
    private static async Task<IReadOnlyList<DestinationBacklog>> BacklogAsync(Session session, HashSet<int> partitions)
    {
        var backlog = new List<DestinationBacklog>();
        var at = (Part: -1, Tenant: string.Empty, Partner: string.Empty, First: 0L);
        while (true)
        {
            var found = await session.ListAsync(
                r => (Part: r.GetInt32(0), Tenant: r.GetString(1), Partner: r.GetString(2), First: r.GetInt64(3)), NextDestination, at.Part, at.Tenant, at.Partner);
            if (found.Count == 0)
                return backlog;
            at = found[0];
            if (!partitions.Contains(at.Part))
                continue;
            var last = await session.FirstAsync(r => r.GetInt64(0), LastOf, at.Part, at.Tenant, at.Partner);
            backlog.Add(new DestinationBacklog(at.Part, at.Tenant, at.Partner, DeliveryKey.Id(at.First), DeliveryKey.Id(last)));
        }
    }

    private static IReadOnlySet<int> Commit(SqliteWriter writer, IReadOnlyList<DeliveryOutcome> outcomes)
    {
        var plan = OutcomePlan.Of(outcomes);
        var stale = plan.Stale(plan.Claims.Where(c => writer[Epoch].Bind(1, c.Key).TryRead(out var epoch, out _) && epoch == c.Value).Select(c => c.Key));
        foreach (var outcome in outcomes)
        {
            if (!stale.Contains(outcome.Partition))
                Record(writer, outcome, Apply(writer, outcome, DeliveryState.Pending, outcome.Partition, -1));
        }

        return stale;
    }

    private static HashSet<DeliveryId> Settle(SqliteWriter writer, IReadOnlyList<DeliveryOutcome> outcomes, DeliveryState expected)
    {
        var settled = new HashSet<DeliveryId>();
        foreach (var outcome in outcomes.Where(o => Apply(writer, o, expected, -1, o.ReceiptsBefore.Stored)))
        {
            Record(writer, outcome, true);
            settled.Add(outcome.Id);
        }

        return settled;
    }

    // Any partition, or any receipts, are meant by -1.
    private static bool Apply(SqliteWriter writer, DeliveryOutcome outcome, DeliveryState expected, int partition, int receiptsBefore) => writer[Move]
        .Bind(1, (int)outcome.State)
        .Bind(2, Micros.Of(outcome.Due))
        .Bind(3, outcome.Attempts)
        .Bind(4, CleanText.OrNull(outcome.ErrorCode))
        .Bind(5, CleanText.OrNull(outcome.Receipt))
        .Bind(6, outcome.Document is null ? 0 : 1)
        .Bind(7, DeliveryKey.Of(outcome.Id))
        .Bind(8, (int)expected)
        .Bind(9, partition)
        .Bind(10, outcome.Receipts.Stored)
        .Bind(11, receiptsBefore)
        .Run() > 0;

    private static void Record(SqliteWriter writer, DeliveryOutcome outcome, bool applied)
    {
        var head = applied ? outcome.Document : null;
        writer[Tell]
            .Bind(1, DeliveryKey.Of(outcome.Id))
            .Bind(2, EventText.Write(outcome.Events))
            .Bind(3, head?.Form)
            .Bind(4, head?.MediaType)
            .Bind(5, CleanText.OrNull(head?.DocumentId))
            .Bind(6, head is null ? default : outcome.SealedDocument.Span)
            .Run();
        if (!applied)
            return;
        foreach (var correlation in outcome.Correlations)
            writer[Name].Bind(1, DeliveryKey.Of(outcome.Id)).Bind(2, CleanText.Of(correlation)).Run();
    }
}
