using System.Globalization;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Routing;
using Hub.Core.Storage;
using Hub.Store.Flows;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Operators;

/// <summary>Adds deliveries to stored messages that go through the routes again: a few messages at once, in a handful of statements.</summary>
internal sealed class ReplayedMessages(Dialect dialect)
{
    private const string Add = """
        insert into delivery (id, lane, due, since, part, attempts, generation, state, documented, tenant, partner, route, mapping, error, answer, flow)
        values ($1, $2, $3, $3, $4, 0, 0, $5, 0, $6, $7, $8, $9, $10, $11, $12)
        """;

    private readonly DeliveryRows _rows = new(dialect);

    private readonly string _messages =
        $"select id, tenant, decisions from message where id {string.Format(CultureInfo.InvariantCulture, dialect.Among, "$1")} order by id{dialect.ForUpdate}";

    // The last delivery of each message, and its answers to the source that still wait. Asked of each by itself: joined, PostgreSQL would go through all deliveries.
    private readonly string _last = $"""
        select n.message, (select max(d.id) from delivery d where {DeliveryKey.OfMessage("d.id", "n.message")}),
          (select count(*) from delivery d where {DeliveryKey.OfMessage("d.id", "n.message")} and d.answer = 1 and d.state = 1 and d.attempts = 0)
        from ({dialect.Numbers("$1", "message")}) n
        """;

    /// <summary>Adds them.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="replays">The messages, each once.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="entries">Gets the entries for the audit log.</param>
    /// <returns>The new rows of each message, or why there are none.</returns>
    public async Task<IReadOnlyList<Result<IReadOnlyList<DeliveryRow>>>> AddAsync(Session session, IReadOnlyList<Replay> replays, OperatorAct act, List<AuditEntry> entries)
    {
        long[] ids = [.. replays.Select(r => r.MessageId)];
        var messages = (await session.ListAsync(r => (Id: r.GetInt64(0), Tenant: r.GetString(1), Decisions: r.GetString(2)), _messages, ids)).ToDictionary(m => m.Id);
        var ends = (await session.ListAsync(r => (Id: r.GetInt64(0), Last: r.IsDBNull(1) ? 0 : (int)DeliveryKey.Id(r.GetInt64(1)).No, Waits: r.GetInt64(2) > 0), _last, ids)).ToDictionary(e => e.Id);
        var statements = new List<Statement>();
        var results = new List<Result<IReadOnlyList<DeliveryId>>>(replays.Count);
        foreach (var replay in replays)
        {
            var (_, last, waits) = ends.GetValueOrDefault(replay.MessageId);
            if (!messages.TryGetValue(replay.MessageId, out var message))
            {
                results.Add(OperatorErrors.NotFound.At());
            }
            else if (last + replay.Deliveries.Count > short.MaxValue)
            {
                results.Add(OperatorErrors.TooManyDeliveries.At());
            }
            else
            {
                results.Add(Plan(replay, message.Tenant, message.Decisions, last, waits, act, statements));
                entries.Add(new AuditEntry(act.At, act.Who, "message.replay", message.Tenant, replay.MessageId.ToString(CultureInfo.InvariantCulture), act.Reason));
            }
        }

        await session.RunAllAsync(statements);
        var rows = await _rows.ReadAsync(session, [.. results.Where(r => r.IsOk).SelectMany(r => r.Value)]);
        return [.. results.Select(r => r.IsOk ? (Result<IReadOnlyList<DeliveryRow>>)r.Value.Select(id => rows[id]).ToList() : Result<IReadOnlyList<DeliveryRow>>.Failed(r.Errors))];
    }

    private static List<DeliveryId> Plan(Replay replay, string tenant, string decisions, int last, bool waits, OperatorAct act, List<Statement> statements)
    {
        var (id, number) = (replay.MessageId, replay.Flow.NumberAfter(last));

        // A waiting answer waits for what is added, too.
        var waiting = waits || replay.Deliveries.Any(d => d.DueAt is not null);
        statements.Add(new("update message set decisions = $1, flow = $2 where id = $3", DecisionText.Append(decisions, replay.Decisions), number, id));
        statements.Add(new("update delivery set flow = $1 where id > $2 and id < $3", number, DeliveryKey.Of(id, 0), DeliveryKey.Of(id + 1, 0)));
        var added = new List<DeliveryId>(replay.Deliveries.Count);
        foreach (var delivery in replay.Deliveries)
        {
            added.Add(new DeliveryId(id, (short)++last));
            statements.Add(Added(added[^1], tenant, delivery, number, waiting, act));
            statements.Add(DeliveryRows.Told(added[^1], "replay", act));
        }

        return added;
    }

    private static Statement Added(DeliveryId id, string tenant, NewDelivery delivery, int flow, bool waiting, OperatorAct act) => new(
        Add,
        DeliveryKey.Of(id),
        delivery.Lane,
        Micros.Of(delivery.DueAt ?? act.At),
        delivery.Partition,
        (short)(delivery.DeadLetter is null ? DeliveryState.Pending : DeliveryState.DeadLettered),
        tenant,
        delivery.Partner,
        delivery.Route,
        delivery.Mapping,
        delivery.DeadLetter,
        (short)(delivery.DueAt is not null ? AnswerPart.Answer : waiting ? AnswerPart.Awaited : AnswerPart.None),
        flow);
}

/// <summary>A message that goes through the routes again.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Decisions">What each route says now.</param>
/// <param name="Deliveries">What is added.</param>
/// <param name="Flow">The flow that it has then.</param>
internal readonly record struct Replay(long MessageId, IReadOnlyList<RouteDecision> Decisions, IReadOnlyList<NewDelivery> Deliveries, LongerFlow Flow);
