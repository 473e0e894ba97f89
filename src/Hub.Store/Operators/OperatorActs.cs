using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Routing;
using Hub.Core.Storage;
using Hub.Store.Flows;
using Hub.Store.Registers;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Operators;

/// <summary>What operators do to deliveries. Each act is one transaction: the row, its timeline and the audit log.</summary>
internal sealed class OperatorActs(Database database, AuditLog audit, FlowBook flows)
{
    private const string Again = """
        update delivery set state = 1, due = $1, since = $1, attempts = 0, error = null, receipts = 0 where id = $2
        """;

    // The old document stays with its generation as history; the new generation has none yet.
    private const string Anew = """
        update delivery set state = 1, due = $1, since = $1, attempts = 0, error = null, receipts = 0, generation = generation + 1, documented = 0 where id = $2
        """;

    // The next generation has its document from the start.
    private const string Amended = """
        update delivery set state = 1, due = $1, since = $1, attempts = 0, error = null, receipts = 0, generation = generation + 1, documented = 1 where id = $2
        """;

    private const string Hold = "update delivery set state = 6, due = $1 where id = $2";

    private const string Out = "update delivery set state = 5, error = $1 where id = $2";

    private const string Add = """
        insert into delivery (id, lane, due, since, part, attempts, generation, state, documented, tenant, partner, route, mapping, error, answer, flow)
        values ($1, $2, $3, $3, $4, 0, 0, $5, 0, $6, $7, $8, $9, $10, $11, $12)
        """;

    private const string WaitingAnswers = "select count(*) from delivery where id > $1 and id < $2 and answer = 1 and state = 1 and attempts = 0";

    private readonly FlowGrowth _longer = new(database, flows);

    private static readonly Change Discard = new("discard", OperatorRules.Discard, row => (Out, [DeliveryErrors.Discarded.Code, DeliveryKey.Of(row.Id)]));

    private static Change Redeliver(OperatorAct act) => new("redeliver", OperatorRules.Redeliver, row => (Again, [Micros.Of(act.At), DeliveryKey.Of(row.Id)]));

    private static Change Remap(OperatorAct act) => new("remap", OperatorRules.Remap, row => (Anew, [Micros.Of(act.At), DeliveryKey.Of(row.Id)]));

    private static Change Park(Func<DeliveryRow, DateTimeOffset> until) => new("park", OperatorRules.Park, row => (Hold, [Micros.Of(until(row)), DeliveryKey.Of(row.Id)]));

    private static Change Release(OperatorAct act) => new("release", OperatorRules.Release, row => (Again, [Micros.Of(act.At), DeliveryKey.Of(row.Id)]));

    public Task<Result<DeliveryRow>> RedeliverAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => ActAsync(id, Redeliver(act), act, cancel);

    public Task<Result<DeliveryRow>> RemapAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => ActAsync(id, Remap(act), act, cancel);

    public Task<Result<DeliveryRow>> ParkAsync(DeliveryId id, Func<DeliveryRow, DateTimeOffset> until, OperatorAct act, CancellationToken cancel) => ActAsync(id, Park(until), act, cancel);

    public Task<Result<DeliveryRow>> ReleaseAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => ActAsync(id, Release(act), act, cancel);

    public Task<Result<DeliveryRow>> DiscardAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => ActAsync(id, Discard, act, cancel);

    /// <summary>Puts an amended document in the place of the delivery's own.</summary>
    public Task<Result<DeliveryRow>> AmendAsync(Amendment amendment, OperatorAct act, CancellationToken cancel)
    {
        var (document, head) = (amendment.SealedDocument, amendment.Document);
        var change = new Change("amend", OperatorRules.Amend, row => (Amended, [Micros.Of(act.At), DeliveryKey.Of(row.Id)]))
        {
            Refused = row => row.Generation == amendment.Generation ? null : OperatorErrors.Moved.At(),
            After = (session, row) => session.RunAsync(
                "insert into step (delivery_id, generation, events, form, media, document_id, document) values ($1, $2, $3, $4, $5, $6, $7)",
                DeliveryKey.Of(row.Id), row.Generation + 1, EventText.Write([]), head.Form, head.MediaType, head.DocumentId, document.ToArray()),
        };
        return ActAsync(amendment.Delivery, change, act, cancel);
    }

    public async Task<Result<IReadOnlyList<DeliveryRow>>> ReplayAsync(
        long messageId, IReadOnlyList<RouteDecision> decisions, IReadOnlyList<NewDelivery> deliveries, OperatorAct act, CancellationToken cancel)
    {
        var flow = await _longer.FindAsync(messageId, deliveries, cancel);
        return await database.WriteAsync(
            async session =>
            {
                var replayed = await ReplayAsync(session, messageId, decisions, deliveries, flow, act);
                if (replayed.IsOk)
                    await audit.AppendAsync(session, replayed.Value.Entry);
                return replayed.IsOk ? (Result<IReadOnlyList<DeliveryRow>>)replayed.Value.Rows.ToList() : Result<IReadOnlyList<DeliveryRow>>.Failed(replayed.Errors);
            },
            cancel);
    }

    /// <summary>Acts on a few, with the progress of the work that they are part of.</summary>
    public async Task<IReadOnlyList<Result<IReadOnlyList<DeliveryRow>>>?> ActAsync(ActBatch batch, CancellationToken cancel)
    {
        var flowsOf = batch.Verb == ActVerb.Replay
            ? await Task.WhenAll(batch.Items.Select(i => i.Refusal is null ? _longer.FindAsync(i.Delivery.MessageId, i.Deliveries, cancel) : Task.FromResult<LongerFlow>(default)))
            : [];
        return await database.WriteAsync(
            async session =>
            {
                if (!await RecordRegister.IsLatestAsync(session, batch.Progress([]), batch.After, database.Dialect.ForUpdate))
                    return null;
                var done = new List<Result<IReadOnlyList<DeliveryRow>>>(batch.Items.Count);
                var entries = new List<AuditEntry>(batch.Items.Count + 1);
                for (var i = 0; i < batch.Items.Count; i++)
                    done.Add(await ActAsync(session, batch, batch.Items[i], flowsOf.ElementAtOrDefault(i), entries));
                var progress = batch.Progress(done);
                if (!await RecordRegister.AppendAsync(session, progress))
                    throw new InvalidOperationException("A register entry that was locked has changed.");
                if (progress.Audit is { } entry)
                    entries.Add(entry);
                if (entries.Count > 0)
                    await audit.AppendAsync(session, entries);
                return (IReadOnlyList<Result<IReadOnlyList<DeliveryRow>>>?)done;
            },
            cancel);
    }

    private async Task<Result<IReadOnlyList<DeliveryRow>>> ActAsync(Session session, ActBatch batch, ActItem item, LongerFlow flow, List<AuditEntry> entries)
    {
        if (item.Refusal is { } refusal)
            return refusal;
        if (batch.Verb == ActVerb.Replay)
        {
            var replayed = await ReplayAsync(session, item.Delivery.MessageId, item.Decisions, item.Deliveries, flow, batch.Act);
            if (!replayed.IsOk)
                return Result<IReadOnlyList<DeliveryRow>>.Failed(replayed.Errors);
            entries.Add(replayed.Value.Entry);
            return replayed.Value.Rows.ToList();
        }

        var acted = await ActAsync(session, item.Delivery, Of(batch), batch.Act);
        if (!acted.IsOk)
            return Result<IReadOnlyList<DeliveryRow>>.Failed(acted.Errors);
        entries.Add(acted.Value.Entry);
        return new[] { acted.Value.Row };
    }

    private static Change Of(ActBatch batch) => batch.Verb switch
    {
        ActVerb.Redeliver => Redeliver(batch.Act) with { Refuses = s => s == DeliveryState.Delivered && !batch.AlsoDelivered ? OperatorErrors.Arrived.At() : OperatorRules.Redeliver(s) },
        ActVerb.Remap => Remap(batch.Act),
        ActVerb.Park => Park(batch.HeldUntil),
        ActVerb.Release => Release(batch.Act),
        ActVerb.Discard => Discard,
        _ => throw new ArgumentOutOfRangeException(nameof(batch)),
    };

    private async Task<Result<(List<DeliveryRow> Rows, AuditEntry Entry)>> ReplayAsync(
        Session session, long messageId, IReadOnlyList<RouteDecision> decisions, IReadOnlyList<NewDelivery> deliveries, LongerFlow flow, OperatorAct act)
    {
        var message = await session.FirstAsync(
            r => new Replayed(r.GetString(0), r.GetString(1)), $"select tenant, decisions from message where id = $1{database.Dialect.ForUpdate}", messageId);
        if (message is null)
            return OperatorErrors.NotFound.At();
        var last = await session.FirstAsync(
            r => r.IsDBNull(0) ? 0 : DeliveryKey.Id(r.GetInt64(0)).No,
            "select max(id) from delivery where id > $1 and id < $2",
            DeliveryKey.Of(messageId, 0),
            DeliveryKey.Of(messageId + 1, 0));
        if (last + deliveries.Count > short.MaxValue)
            return OperatorErrors.TooManyDeliveries.At();

        // A waiting answer waits for what is added, too.
        var waiting = await session.FirstAsync(r => r.GetInt64(0), WaitingAnswers, DeliveryKey.Of(messageId, 0), DeliveryKey.Of(messageId + 1, 0)) > 0
            || deliveries.Any(d => d.DueAt is not null);
        var number = flow.NumberAfter(last);
        await session.RunAsync("update message set decisions = $1, flow = $2 where id = $3", DecisionText.Append(message.Decisions, decisions), number, messageId);
        await session.RunAsync("update delivery set flow = $1 where id > $2 and id < $3", number, DeliveryKey.Of(messageId, 0), DeliveryKey.Of(messageId + 1, 0));
        var rows = new List<DeliveryRow>(deliveries.Count);
        foreach (var delivery in deliveries)
            rows.Add(await AddAsync(session, message.Tenant, new DeliveryId(messageId, (short)++last), delivery, number, waiting, act));
        return (rows, new AuditEntry(act.At, act.Who, "message.replay", message.Tenant, messageId.ToString(System.Globalization.CultureInfo.InvariantCulture), act.Reason));
    }

    private static async Task<DeliveryRow> AddAsync(Session session, string tenant, DeliveryId id, NewDelivery delivery, int flow, bool waiting, OperatorAct act)
    {
        var key = DeliveryKey.Of(id);
        var state = (short)(delivery.DeadLetter is null ? DeliveryState.Pending : DeliveryState.DeadLettered);
        var answer = delivery.DueAt is not null ? AnswerPart.Answer : waiting ? AnswerPart.Awaited : AnswerPart.None;
        await session.RunAsync(
            Add,
            key,
            delivery.Lane,
            Micros.Of(delivery.DueAt ?? act.At),
            delivery.Partition,
            state,
            tenant,
            delivery.Partner,
            delivery.Route,
            delivery.Mapping,
            delivery.DeadLetter,
            (short)answer,
            flow);
        await TellAsync(session, key, "replay", act);
        return (await RowAsync(session, key, string.Empty))!;
    }

    private static Task<DeliveryRow?> RowAsync(Session session, long key, string forUpdate) => session.FirstAsync(
        r => WorkColumns.Row(r), $"select {WorkColumns.OfRow} from delivery d join message m on m.id = d.id >> 15 where d.id = $1{forUpdate}", key);

    private static Task<int> TellAsync(Session session, long key, string verb, OperatorAct act) => session.RunAsync(
        "insert into step (delivery_id, generation, events) values ($1, (select generation from delivery where id = $1), $2)",
        key,
        EventText.Write([new DeliveryEvent(act.At, DeliveryEventKind.Operator, null, $"{verb} by {act.Who}: {act.Reason}")]));

    private Task<Result<DeliveryRow>> ActAsync(DeliveryId id, Change change, OperatorAct act, CancellationToken cancel) => database.WriteAsync(
        async session =>
        {
            var acted = await ActAsync(session, id, change, act);
            if (!acted.IsOk)
                return Result<DeliveryRow>.Failed(acted.Errors);
            await audit.AppendAsync(session, acted.Value.Entry);
            return acted.Value.Row;
        },
        cancel);

    private async Task<Result<(DeliveryRow Row, AuditEntry Entry)>> ActAsync(Session session, DeliveryId id, Change change, OperatorAct act)
    {
        var key = DeliveryKey.Of(id);
        var row = await RowAsync(session, key, database.Dialect.ForUpdate.Length == 0 ? string.Empty : " for update of d");
        if (row is null)
            return OperatorErrors.NotFound.At();
        if ((change.Refuses(row.State) ?? change.Refused(row)) is { } refusal)
            return refusal;
        var (sql, values) = change.Update(row);
        await session.RunAsync(sql, values);
        await change.After(session, row);
        await TellAsync(session, key, change.Verb, act);
        return ((await RowAsync(session, key, string.Empty))!, new AuditEntry(act.At, act.Who, "delivery." + change.Verb, row.Tenant, id.ToString(), act.Reason));
    }

    // What an act does to a row, and when it may.
    private sealed record Change(string Verb, Func<DeliveryState, HubError?> Refuses, Func<DeliveryRow, (string Sql, object?[] Values)> Update)
    {
        public Func<DeliveryRow, HubError?> Refused { get; init; } = _ => null;

        public Func<Session, DeliveryRow, Task> After { get; init; } = (_, _) => Task.CompletedTask;
    }

    private sealed record Replayed(string Tenant, string Decisions);
}
