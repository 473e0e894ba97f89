using System.Data.Common;
using System.Globalization;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Store.Search;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Operators;

/// <summary>Messages with their deliveries and timelines.</summary>
internal sealed class MessageReader(Database database, MessageFinder finder)
{
    private const string Message =
        $"select {WorkColumns.OfMessage}, m.kind, m.category, m.triage, m.source_id, m.correlation, m.occurred, m.decisions, m.notes from message m where ";

    private const string Deliveries = $"""
        select {WorkColumns.OfRow}, d.error, d.receipt, s.events, s.generation, s.form, s.media, s.document_id
        from delivery d join message m on m.id = $1 left join step s on s.delivery_id = d.id
        where d.id > $2 and d.id < $3 order by d.id, s.seq
        """;

    private readonly string _messages = $"select {WorkColumns.OfMessage} from message m where m.id {string.Format(CultureInfo.InvariantCulture, database.Dialect.Among, "$1")} order by m.id";

    private readonly string _raws = $"select id, body from message where id {string.Format(CultureInfo.InvariantCulture, database.Dialect.Among, "$1")}";

    public Task<MessageView?> FindAsync(long messageId, string? tenant, CancellationToken cancel) => database.ReadAsync(
        async session =>
        {
            var found = await session.FirstAsync(View, Message + "m.id = $1", messageId);
            return found is null || (tenant is not null && found.Message.Tenant != tenant) ? null : await CompleteAsync(session, found);
        },
        cancel);

    public Task<IReadOnlyList<MessageView>> ListAsync(MessageFilter filter, CancellationToken cancel) => database.ReadAsync(
        async session =>
        {
            var ids = await finder.IdsAsync(session, filter);
            var views = new List<MessageView>(ids.Count);
            foreach (var id in ids)
                views.Add(await CompleteAsync(session, (await session.FirstAsync(View, Message + "m.id = $1", id))!));
            return (IReadOnlyList<MessageView>)views;
        },
        cancel);

    public Task<StoredBodies?> BodiesAsync(long messageId, CancellationToken cancel) => database.ReadAsync(
        async session =>
        {
            var head = await session.FirstAsync(
                r => new StoredBodies(r.GetString(0), r.Bytes(1), new Dictionary<DeliveryId, ReadOnlyMemory<byte>>()),
                "select m.tenant, r.body from message m join message r on r.id = m.raw_id where m.id = $1",
                messageId);
            if (head is null)
                return null;
            var documents = new Dictionary<DeliveryId, ReadOnlyMemory<byte>>();
            var sent = await session.ListAsync(
                r => (Id: DeliveryKey.Id(r.GetInt64(0)), Body: r.Bytes(1)),
                """
                select d.id, s.document from delivery d join step s on s.delivery_id = d.id and s.generation = d.generation and s.form is not null
                where d.id > $1 and d.id < $2 order by d.id, s.seq
                """,
                DeliveryKey.Of(messageId, 0),
                DeliveryKey.Of(messageId + 1, 0));
            foreach (var (id, body) in sent)
                documents.TryAdd(id, body);
            return head with { Documents = documents };
        },
        cancel);

    /// <summary>What several messages brought in. Those of one batch share their bytes, which are read once.</summary>
    public Task<IReadOnlyList<StoredRaw>> RawsAsync(IReadOnlyList<long> messages, CancellationToken cancel) => database.ReadAsync(
        async session =>
        {
            var found = await session.ListAsync(r => WorkColumns.Message(r), _messages, messages.ToArray());
            long[] ids = [.. found.Select(m => m.RawId).Distinct()];
            var raws = (await session.ListAsync(r => (Id: r.GetInt64(0), Body: r.Bytes(1)), _raws, ids)).ToDictionary(r => r.Id, r => r.Body);
            return (IReadOnlyList<StoredRaw>)[.. found.Select(m => new StoredRaw(m, raws.GetValueOrDefault(m.RawId)))];
        },
        cancel);

    private static async Task<MessageView> CompleteAsync(Session session, MessageView view)
    {
        var id = view.Message.MessageId;
        var steps = await session.ListAsync(Step, Deliveries, id, DeliveryKey.Of(id, 0), DeliveryKey.Of(id + 1, 0));
        return view with { Deliveries = [.. steps.GroupBy(s => s.Delivery.Row.Id).Select(Timeline)] };
    }

    private static DeliveryView Timeline(IGrouping<DeliveryId, (DeliveryView Delivery, int Generation)> steps)
    {
        var delivery = steps.First().Delivery;
        return delivery with
        {
            Document = steps.Where(s => s.Generation == delivery.Row.Generation).Select(s => s.Delivery.Document).FirstOrDefault(d => d is not null),
            // A receipt may be written before the outcome of the send it belongs to: what counts is when things happened.
            Events = [.. steps.SelectMany(s => s.Delivery.Events).OrderBy(e => e.At)],
        };
    }

    private static (DeliveryView Delivery, int Generation) Step(DbDataReader r)
    {
        const int Next = WorkColumns.RowCount;
        var head = r.IsDBNull(Next + 4) ? null : new DocumentHead(r.GetString(Next + 4), r.GetString(Next + 5), r.GetString(Next + 6));
        var events = r.Text(Next + 2) is { } text ? EventText.Read(text) : [];
        return (new DeliveryView(WorkColumns.Row(r), r.Text(Next), r.Text(Next + 1), head, events), r.IsDBNull(Next + 3) ? -1 : r.GetInt32(Next + 3));
    }

    private static MessageView View(DbDataReader r)
    {
        const int Next = WorkColumns.MessageCount;
        return new MessageView(
            WorkColumns.Message(r),
            (ContentKind)r.GetInt16(Next),
            r.Text(Next + 1),
            (Triage)r.GetInt16(Next + 2),
            r.GetString(Next + 3),
            r.Text(Next + 4),
            r.Time(Next + 5),
            DecisionText.Read(r.GetString(Next + 6)),
            NoteText.Read(r.Text(Next + 7)),
            []);
    }
}
