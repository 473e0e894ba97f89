using Hub.Core.Storage;
using Hub.Store.Flows;
using Hub.Store.Text;

namespace Hub.Store.Sqlite;

/// <summary>Takes groups in, row by row with prepared statements in one transaction.</summary>
internal sealed class SqliteIntake(SqliteDatabase database, FlowBook flows) : IIntakeStore
{
    // The counter stands above the messages after a restore only: it leaves out numbers that were given and lost.
    private const string LastId = "select max((select coalesce(max(id), 0) from message), (select last from counter where id = 1))";

    private const string Known = "select id, fingerprint from message where source_key = ?";

    private const string InsertMessage = """
        insert into message (id, raw_id, occurred, accepted, snapshot, ordinal, kind, triage, source_key, fingerprint, patient_key,
          tenant, source, media, category, source_id, correlation, decisions, notes, body, flow)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
        on conflict (source_key) do nothing
        """;

    private const string InsertDelivery = """
        insert into delivery (id, lane, due, since, part, attempts, generation, state, documented, tenant, partner, route, mapping, error, answer, flow)
        values (?1, ?2, ?3, ?3, ?4, 0, 0, ?5, 0, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """;

    public async Task<IReadOnlyList<IReadOnlyList<IntakeReply>>> AcceptAsync(IReadOnlyList<NewRawMessage> group, CancellationToken cancel)
    {
        await flows.NumberAsync([.. group.SelectMany(raw => raw.Messages.Select(m => FlowKey.Of(raw, m)))], cancel);
        return await database.InTransactionAsync(writer => Task.FromResult<IReadOnlyList<IReadOnlyList<IntakeReply>>>(Accept(writer, group)), cancel);
    }

    private IReadOnlyList<IntakeReply>[] Accept(SqliteWriter writer, IReadOnlyList<NewRawMessage> group)
    {
        writer[LastId].TryRead(out var last, out _);
        var replies = new IReadOnlyList<IntakeReply>[group.Count];
        for (var r = 0; r < replies.Length; r++)
        {
            var raw = group[r];
            var some = new IntakeReply[raw.Messages.Count];
            var rawId = 0L;
            var held = raw.AllOrNone && some.Length > 1 && HasConflict(writer, raw);
            for (var m = 0; m < some.Length; m++)
            {
                if (held)
                {
                    some[m] = Look(writer, raw.Messages[m]) ?? new IntakeReply(0, IntakeStatus.Held);
                    continue;
                }

                some[m] = Accept(writer, raw, raw.Messages[m], last + 1, rawId == 0 ? last + 1 : rawId);
                if (some[m].Status != IntakeStatus.Accepted)
                    continue;
                last++;
                rawId = rawId == 0 ? last : rawId;
            }

            replies[r] = some;
        }

        return replies;
    }

    private IntakeReply Accept(SqliteWriter writer, NewRawMessage raw, NewMessage message, long id, long rawId)
    {
        var flow = flows.Find(FlowKey.Of(raw, message));
        if (Insert(writer, raw, message, id, rawId, flow) == 0)
            return Look(writer, message)!.Value;

        for (var d = 0; d < message.Deliveries.Count; d++)
            Insert(writer, raw, message, message.Deliveries[d], DeliveryKey.Of(id, d + 1), flow);
        return new IntakeReply(id, IntakeStatus.Accepted);
    }

    // What is stored of a message, null when nothing is.
    private static IntakeReply? Look(SqliteWriter writer, NewMessage message) => writer[Known].Bind(1, message.SourceKey).TryRead(out var first, out var fingerprint)
        ? new IntakeReply(first, fingerprint == message.Fingerprint ? IntakeStatus.Repeated : IntakeStatus.Conflict)
        : null;

    private static bool HasConflict(SqliteWriter writer, NewRawMessage raw)
    {
        var own = new Dictionary<Guid, Guid>();
        foreach (var message in raw.Messages)
        {
            if (Look(writer, message)?.Status == IntakeStatus.Conflict || (!own.TryAdd(message.SourceKey, message.Fingerprint) && own[message.SourceKey] != message.Fingerprint))
                return true;
        }

        return false;
    }

    private static int Insert(SqliteWriter writer, NewRawMessage raw, NewMessage message, long id, long rawId, int flow) => writer[InsertMessage]
        .Bind(1, id)
        .Bind(2, rawId)
        .Bind(3, Micros.Of(message.OccurredAt))
        .Bind(4, Micros.Of(raw.ReceivedAt))
        .Bind(5, raw.Snapshot)
        .Bind(6, message.Ordinal)
        .Bind(7, (int)message.Kind)
        .Bind(8, (int)message.Triage)
        .Bind(9, message.SourceKey)
        .Bind(10, message.Fingerprint)
        .Bind(11, message.PatientKey)
        .Bind(12, raw.Tenant)
        .Bind(13, raw.Source)
        .Bind(14, CleanText.Of(raw.MediaType))
        .Bind(15, CleanText.OrNull(message.Category))
        .Bind(16, CleanText.Of(message.SourceId))
        .Bind(17, CleanText.OrNull(message.Correlation))
        .Bind(18, DecisionText.Write(message.Decisions))
        .Bind(19, NoteText.Write(message.Notes))
        .Bind(20, id == rawId ? raw.SealedBody.Span : default)
        .Bind(21, flow)
        .Run();

    private static void Insert(SqliteWriter writer, NewRawMessage raw, NewMessage message, NewDelivery delivery, long key, int flow) => writer[InsertDelivery]
        .Bind(1, key)
        .Bind(2, delivery.Lane)
        .Bind(3, Micros.Of(delivery.DueAt ?? raw.ReceivedAt))
        .Bind(4, delivery.Partition)
        .Bind(5, delivery.DeadLetter is null ? 1 : 4)
        .Bind(6, raw.Tenant)
        .Bind(7, delivery.Partner)
        .Bind(8, delivery.Route)
        .Bind(9, delivery.Mapping)
        .Bind(10, delivery.DeadLetter)
        .Bind(11, (int)message.PartOf(delivery))
        .Bind(12, flow)
        .Run();
}
