using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Routing;
using Hub.Core.Storage;
using Hub.Store.Flows;
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

    private const string Hold = "update delivery set state = 6, due = $1 where id = $2";

    private const string Out = "update delivery set state = 5, error = $1 where id = $2";

    private const string Add = """
        insert into delivery (id, lane, due, since, part, attempts, generation, state, documented, tenant, partner, route, mapping, error, answer, flow)
        values ($1, $2, $3, $3, $4, 0, 0, $5, 0, $6, $7, $8, $9, $10, $11, $12)
        """;

    private const string WaitingAnswers = "select count(*) from delivery where id > $1 and id < $2 and answer = 1 and state = 1 and attempts = 0";

    private readonly FlowGrowth _longer = new(database, flows);

    public Task<Result<DeliveryRow>> RedeliverAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) =>
        ActAsync(id, "redeliver", act, OperatorRules.Redeliver, row => (Again, [Micros.Of(act.At), DeliveryKey.Of(row.Id)]), cancel);

    public Task<Result<DeliveryRow>> RemapAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) =>
        ActAsync(id, "remap", act, OperatorRules.Remap, row => (Anew, [Micros.Of(act.At), DeliveryKey.Of(row.Id)]), cancel);

    public Task<Result<DeliveryRow>> ParkAsync(DeliveryId id, Func<DeliveryRow, DateTimeOffset> until, OperatorAct act, CancellationToken cancel) =>
        ActAsync(id, "park", act, OperatorRules.Park, row => (Hold, [Micros.Of(until(row)), DeliveryKey.Of(row.Id)]), cancel);

    public Task<Result<DeliveryRow>> ReleaseAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) =>
        ActAsync(id, "release", act, OperatorRules.Release, row => (Again, [Micros.Of(act.At), DeliveryKey.Of(row.Id)]), cancel);

    public Task<Result<DeliveryRow>> DiscardAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) =>
        ActAsync(id, "discard", act, OperatorRules.Discard, row => (Out, [DeliveryErrors.Discarded.Code, DeliveryKey.Of(row.Id)]), cancel);

    public async Task<Result<IReadOnlyList<DeliveryRow>>> ReplayAsync(
        long messageId, IReadOnlyList<RouteDecision> decisions, IReadOnlyList<NewDelivery> deliveries, OperatorAct act, CancellationToken cancel)
    {
        var flow = await _longer.FindAsync(messageId, deliveries, cancel);
        return await database.WriteAsync(session => ReplayAsync(session, messageId, decisions, deliveries, flow, act), cancel);
    }

    private async Task<Result<IReadOnlyList<DeliveryRow>>> ReplayAsync(
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
        await audit.AppendAsync(session, new AuditEntry(act.At, act.Who, "message.replay", message.Tenant, messageId.ToString(System.Globalization.CultureInfo.InvariantCulture), act.Reason));
        return rows;
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

    private Task<Result<DeliveryRow>> ActAsync(
        DeliveryId id, string verb, OperatorAct act, Func<DeliveryState, HubError?> refuses, Func<DeliveryRow, (string Sql, object?[] Values)> change, CancellationToken cancel) => database.WriteAsync(
        async session =>
        {
            var key = DeliveryKey.Of(id);
            var row = await RowAsync(session, key, database.Dialect.ForUpdate.Length == 0 ? string.Empty : " for update of d");
            if (row is null)
                return (Result<DeliveryRow>)OperatorErrors.NotFound.At();
            if (refuses(row.State) is { } refusal)
                return refusal;
            var (sql, values) = change(row);
            await session.RunAsync(sql, values);
            await TellAsync(session, key, verb, act);
            await audit.AppendAsync(session, new AuditEntry(act.At, act.Who, "delivery." + verb, row.Tenant, id.ToString(), act.Reason));
            return (await RowAsync(session, key, string.Empty))!;
        },
        cancel);

    private sealed record Replayed(string Tenant, string Decisions);
}
