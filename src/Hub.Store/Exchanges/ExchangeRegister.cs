using System.Data.Common;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Exchanges;

/// <summary>Messages received over transports with receipts, and the answers they got.</summary>
internal sealed class ExchangeRegister(Database database)
{
    private const int ForgetAtOnce = 500;

    private const string Columns = "tenant, key, partner, fingerprint, received, verdict, due, message, answer";

    private const string Find = $"select {Columns} from exchange where tenant = $1 and key = $2";

    private const string Insert = $"""
        insert into exchange ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (tenant, key) do nothing
        """;

    private const string Again = "update exchange set due = $3 where tenant = $1 and key = $2 and fingerprint = $4 and answer is not null";

    private readonly string _take = $"""
        update exchange set due = $1 where (tenant, key) in (
          select tenant, key from exchange where due <= $2 order by due limit $3{database.Dialect.ForUpdateOfFree})
        returning {Columns}
        """;

    private readonly string _forget = $"""
        delete from exchange where (tenant, key) in (
          select tenant, key from exchange where due is null and received < $1 order by received limit $2)
        """;

    public Task<StoredExchange?> FindAsync(string tenant, string key, CancellationToken cancel) =>
        database.ReadAsync(s => FindAsync(s, tenant, key), cancel);

    public Task<StoredExchange> RecordAsync(NewExchange exchange, CancellationToken cancel) => database.WriteAsync(
        async session =>
        {
            var (tenant, key) = (CleanText.Of(exchange.Tenant), CleanText.Of(exchange.Key));
            var fingerprint = exchange.Fingerprint.ToArray();
            object? due = exchange.AnswerDue is { } at ? Micros.Of(at) : null;
            var inserted = await session.RunAsync(
                Insert,
                tenant,
                key,
                CleanText.Of(exchange.Partner),
                fingerprint,
                Micros.Of(exchange.ReceivedAt),
                CleanText.Of(exchange.Verdict),
                due,
                OrNull(exchange.SealedMessage),
                OrNull(exchange.SealedAnswer));
            if (inserted == 0 && due is not null)
                await session.RunAsync(Again, tenant, key, due, fingerprint);
            return (await FindAsync(session, tenant, key))! with { IsNew = inserted > 0 };
        },
        cancel);

    // Read committed would let two nodes find the same rows: the second passes over those that the first has locked.
    public Task<IReadOnlyList<StoredExchange>> TakeAnswersAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancel) => database.WriteAsync(
        async session =>
        {
            var taken = await session.ListAsync(Read, _take, Micros.Of(until), Micros.Of(now), limit);
            return (IReadOnlyList<StoredExchange>)[.. taken.OrderBy(e => e.Exchange.ReceivedAt)];
        },
        cancel);

    public Task<int> AnswerTriedAsync(string tenant, string key, DateTimeOffset? due, CancellationToken cancel) => database.WriteAsync(
        session => session.RunAsync(
            "update exchange set due = $3 where tenant = $1 and key = $2", CleanText.Of(tenant), CleanText.Of(key), due is { } at ? Micros.Of(at) : null),
        cancel);

    // In short transactions: years of evidence are not deleted in one.
    public async Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancel)
    {
        var forgotten = 0;
        while (true)
        {
            var some = await database.WriteAsync(s => s.RunAsync(_forget, Micros.Of(before), ForgetAtOnce), cancel);
            forgotten += some;
            if (some < ForgetAtOnce)
                return forgotten;
        }
    }

    private static Task<StoredExchange?> FindAsync(Session session, string tenant, string key) => session.FirstAsync(Read, Find, CleanText.Of(tenant), CleanText.Of(key));

    private static byte[]? OrNull(ReadOnlyMemory<byte> bytes) => bytes.IsEmpty ? null : bytes.ToArray();

    private static StoredExchange Read(DbDataReader r) => new(
        new NewExchange(
            r.GetString(0), r.GetString(1), r.GetString(2), r.Bytes(3), r.Time(4), r.Bytes(7), r.Bytes(8), r.IsDBNull(6) ? null : r.Time(6))
        { Verdict = r.GetString(5) },
        false);
}
