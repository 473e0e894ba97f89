using System.Globalization;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Exchanges;

/// <summary>Deliveries as receipts and answers know them: by what was sent, and by the message they belong to.</summary>
internal sealed class SentRegister(Database database)
{
    private static readonly string Find = $"""
        select {WorkColumns.OfRow}, c.generation, s.form, s.media, s.document_id, s.document
        from correlation c join delivery d on d.id = c.delivery_id join message m on m.id = {DeliveryKey.MessageOf("d.id")}
        left join step s on s.delivery_id = d.id and s.seq = (
          select min(b.seq) from step b where b.delivery_id = d.id and b.generation = c.generation and b.form is not null)
        where c.tenant = $1 and c.correlation = $2
        """;

    private const string Remark = """
        insert into step (delivery_id, generation, events, remark)
        select d.id, d.generation, $2, 1 from delivery d
        where d.id = $1 and (select count(*) from step s where s.delivery_id = $1 and s.remark = 1) < $3
        """;

    private static readonly string Unended = $"""
        and not exists (
          select 1 from delivery o
          where {DeliveryKey.OfMessage("o.id", DeliveryKey.MessageOf("d.id"))} and o.answer <> 1 and o.state in (1, 2, 6))
        """;

    private readonly string _every = $"""
        update delivery as d set due = $1, since = $1
        where d.state = 1 and d.answer = 1 and d.attempts = 0 and d.due > $1 and d.part {Among(database, "$2")} {Unended}
        returning id
        """;

    private readonly string _named = $"""
        update delivery as d set due = $1, since = $1 from ({database.Dialect.Numbers("$3", "message")}) n
        where {DeliveryKey.OfMessage("d.id", "n.message")}
          and d.state = 1 and d.answer = 1 and d.attempts = 0 and d.due > $1 and d.part {Among(database, "$2")} {Unended}
        returning id
        """;

    private readonly string _rows = $"select {WorkColumns.OfRow} from delivery d join message m on m.id = {DeliveryKey.MessageOf("d.id")} where d.id {Among(database, "$1")} order by d.id";

    public Task<SentDelivery?> FindAsync(string tenant, string correlation, CancellationToken cancel) => database.ReadAsync(
        session => session.FirstAsync(
            r =>
            {
                const int Next = WorkColumns.RowCount;
                var row = WorkColumns.Row(r);
                var head = r.IsDBNull(Next + 1) ? null : new DocumentHead(r.GetString(Next + 1), r.GetString(Next + 2), r.GetString(Next + 3));
                return new SentDelivery(row, r.Bytes(Next + 4), head, r.GetInt32(Next) == row.Generation);
            },
            Find,
            CleanText.Of(tenant),
            CleanText.Of(correlation)),
        cancel);

    public Task<bool> RemarkAsync(DeliveryId id, DeliveryEvent remark, int atMost, CancellationToken cancel) => database.WriteAsync(
        async session => await session.RunAsync(Remark, DeliveryKey.Of(id), EventText.Write([remark]), atMost) > 0, cancel);

    public Task<IReadOnlyList<DeliveryRow>> AnswersDueAsync(
        IReadOnlyList<long>? messages, IReadOnlyList<int> partitions, DateTimeOffset now, CancellationToken cancel) => database.WriteAsync(
        async session =>
        {
            var due = messages is null
                ? await session.ListAsync(r => r.GetInt64(0), _every, Micros.Of(now), partitions.ToArray())
                : await session.ListAsync(r => r.GetInt64(0), _named, Micros.Of(now), partitions.ToArray(), messages.ToArray());
            return due.Count == 0 ? [] : (IReadOnlyList<DeliveryRow>)await session.ListAsync(r => WorkColumns.Row(r), _rows, due.ToArray());
        },
        cancel);

    private static string Among(Database database, string parameter) => string.Format(CultureInfo.InvariantCulture, database.Dialect.Among, parameter);
}
