using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Sqlite;

/// <summary>Reads due work and writes outcomes.</summary>
internal sealed class SqliteDeliveries(SqliteDatabase database) : IDeliveryStore
{
    private const string Epoch = "select epoch from part where id = ?";

    private const string Move = """
        update delivery set state = ?1, due = case when ?1 in (3, 4, 5) then due else ?2 end, attempts = ?3, error = ?4,
          receipt = coalesce(?5, receipt), documented = max(documented, ?6)
        where id = ?7 and part = ?8 and state < 3
        """;

    private const string Tell = """
        insert into step (delivery_id, generation, events, form, media, document_id, document)
        values (?1, (select generation from delivery where id = ?1), ?2, ?3, ?4, ?5, ?6)
        """;

    private const string NextDestination = """
        select part, tenant, partner from delivery
        where state < 3 and (part, tenant, partner) > ($1, $2, $3) order by part, tenant, partner limit 1
        """;

    public Task<IReadOnlyList<WorkItem>> LoadAsync(WorkQuery query, CancellationToken cancel) =>
        database.ReadAsync(session => WorkReader.LoadAsync(session, query), cancel);

    public Task<IReadOnlyList<DestinationBacklog>> BacklogAsync(IReadOnlyList<int> partitions, CancellationToken cancel) =>
        database.ReadAsync(session => BacklogAsync(session, partitions.ToHashSet()), cancel);

    public Task<IReadOnlySet<int>> CommitAsync(IReadOnlyList<DeliveryOutcome> outcomes, CancellationToken cancel) =>
        database.InTransactionAsync(writer => Task.FromResult(Commit(writer, outcomes)), cancel);

    // Steps from destination to destination instead of over their rows.
    private static async Task<IReadOnlyList<DestinationBacklog>> BacklogAsync(Session session, HashSet<int> partitions)
    {
        var backlog = new List<DestinationBacklog>();
        var at = (Part: -1, Tenant: string.Empty, Partner: string.Empty);
        while (true)
        {
            var found = await session.ListAsync(
                r => (Part: r.GetInt32(0), Tenant: r.GetString(1), Partner: r.GetString(2)), NextDestination, at.Part, at.Tenant, at.Partner);
            if (found.Count == 0)
                return backlog;
            at = found[0];
            if (partitions.Contains(at.Part))
                backlog.Add(new DestinationBacklog(at.Part, at.Tenant, at.Partner, await WorkReader.EarliestDueAsync(session, at.Part, at.Tenant, at.Partner)));
        }
    }

    private static IReadOnlySet<int> Commit(SqliteWriter writer, IReadOnlyList<DeliveryOutcome> outcomes)
    {
        var plan = OutcomePlan.Of(outcomes);
        var stale = plan.Stale(plan.Claims.Where(c => writer[Epoch].Bind(1, c.Key).TryRead(out var epoch, out _) && epoch == c.Value).Select(c => c.Key));
        foreach (var outcome in outcomes)
        {
            if (!stale.Contains(outcome.Partition))
                Write(writer, outcome);
        }

        return stale;
    }

    private static void Write(SqliteWriter writer, DeliveryOutcome outcome)
    {
        var key = DeliveryKey.Of(outcome.Id);
        var moved = writer[Move]
            .Bind(1, (int)outcome.State)
            .Bind(2, Micros.Of(outcome.Due))
            .Bind(3, outcome.Attempts)
            .Bind(4, CleanText.OrNull(outcome.ErrorCode))
            .Bind(5, CleanText.OrNull(outcome.Receipt))
            .Bind(6, outcome.Document is null ? 0 : 1)
            .Bind(7, key)
            .Bind(8, outcome.Partition)
            .Run();
        if (moved == 0)
            return;
        writer[Tell]
            .Bind(1, key)
            .Bind(2, EventText.Write(outcome.Events))
            .Bind(3, outcome.Document?.Form)
            .Bind(4, outcome.Document?.MediaType)
            .Bind(5, CleanText.OrNull(outcome.Document?.DocumentId))
            .Bind(6, outcome.Document is null ? default : outcome.SealedDocument.Span)
            .Run();
    }
}
