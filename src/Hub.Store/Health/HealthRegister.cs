using System.Data.Common;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Health;

/// <summary>Reports of nodes, and counts of what waits, is stuck or has died.</summary>
internal sealed class HealthRegister(Database database) : IHealthStore
{
    private const string Node = "insert into node_report (node, at, facts) values ($1, $2, $3) on conflict (node) do update set at = excluded.at, facts = excluded.facts";

    private const string Columns = "tenant, partner, node, known, received, succeeded, failed, error, circuit, circuit_since, ahead";

    // What a node has not seen since its start it may have seen before.
    private const string Put = $"""
        insert into contact ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (tenant, partner, node) do update set
          received = coalesce(excluded.received, contact.received), succeeded = coalesce(excluded.succeeded, contact.succeeded),
          failed = coalesce(excluded.failed, contact.failed), error = coalesce(excluded.error, contact.error),
          circuit = excluded.circuit, circuit_since = excluded.circuit_since, ahead = excluded.ahead
        """;

    public Task<DateTimeOffset> ClockAsync(CancellationToken cancel) => database.ReadAsync(async s => Micros.Time(await database.NowAsync(s)), cancel);

    public Task ReportAsync(NodeReport report, CancellationToken cancel) => database.WriteAsync(
        async session =>
        {
            var node = CleanText.Of(report.Node);
            await session.RunAsync(Node, node, Micros.Of(report.At), CleanText.Of(report.Facts));
            if (report.IsFresh)
                await session.RunAsync("update contact set circuit = null, circuit_since = null, ahead = null where node = $1 and (circuit is not null or ahead is not null)", node);
            foreach (var contact in report.Contacts.OrderBy(c => (c.Tenant, c.Partner)))
                await session.RunAsync(Put, Values(contact, node));
            return true;
        },
        cancel);

    public Task<IReadOnlyList<StoredNode>> NodesAsync(CancellationToken cancel) => database.ReadAsync(
        async s => (IReadOnlyList<StoredNode>)await s.ListAsync(r => new StoredNode(r.GetString(0), r.Time(1), r.GetString(2)), "select node, at, facts from node_report order by node"),
        cancel);

    public Task<IReadOnlyList<Contact>> ContactsAsync(string? tenant, CancellationToken cancel) => database.ReadAsync(
        async s => (IReadOnlyList<Contact>)(tenant is null
            ? await s.ListAsync(Read, $"select {Columns} from contact order by tenant, partner, node")
            : await s.ListAsync(Read, $"select {Columns} from contact where tenant = $1 order by tenant, partner, node", CleanText.Of(tenant))),
        cancel);

    public Task<IReadOnlyList<WaitingCount>> WaitingAsync(int atMost, IReadOnlyDictionary<string, IReadOnlyList<string>> pausedRoutes, CancellationToken cancel) =>
        database.ReadAsync(s => new WaitingWork(database.Dialect, pausedRoutes).ReadAsync(s, atMost), cancel);

    public Task<IReadOnlyList<PartnerCount>> StuckAsync(DateTimeOffset before, CancellationToken cancel) => database.ReadAsync(
        async s => (IReadOnlyList<PartnerCount>)await s.ListAsync(
            Count, "select tenant, partner, count(*), min(due) from delivery where state in (2, 6) and due < $1 group by tenant, partner order by tenant, partner", Micros.Of(before)),
        cancel);

    public Task<IReadOnlyList<PartnerCount>> DeadAsync(DateTimeOffset accepted, CancellationToken cancel) => database.ReadAsync(
        async s => (IReadOnlyList<PartnerCount>)await s.ListAsync(
            Count,
            "select tenant, partner, count(*), max(ended) from delivery where state in (2, 4, 5, 6) and state = 4 and id >= $1 group by tenant, partner order by tenant, partner",
            DeliveryKey.Of(await FirstMessage.SinceAsync(s, Micros.Of(accepted)), 0)),
        cancel);

    private static object?[] Values(Contact contact, string node) =>
    [
        CleanText.Of(contact.Tenant), CleanText.Of(contact.Partner), node, Micros.Of(contact.KnownAt), At(contact.ReceivedAt), At(contact.SucceededAt), At(contact.FailedAt),
        CleanText.OrNull(contact.Error), contact.Circuit, At(contact.CircuitSince), contact.Ahead is { } ahead ? ahead.Ticks / TimeSpan.TicksPerMicrosecond : null,
    ];

    private static long? At(DateTimeOffset? at) => at is { } moment ? Micros.Of(moment) : null;

    private static DateTimeOffset? Moment(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.Time(column);

    private static PartnerCount Count(DbDataReader r) => new(r.GetString(0), r.GetString(1), r.GetInt64(2), Moment(r, 3));

    private static Contact Read(DbDataReader r) => new(r.GetString(0), r.GetString(1), r.GetString(2))
    {
        KnownAt = r.Time(3),
        ReceivedAt = Moment(r, 4),
        SucceededAt = Moment(r, 5),
        FailedAt = Moment(r, 6),
        Error = r.Text(7),
        Circuit = r.Text(8),
        CircuitSince = Moment(r, 9),
        Ahead = r.IsDBNull(10) ? null : new TimeSpan(r.GetInt64(10) * TimeSpan.TicksPerMicrosecond),
    };
}
