using Hub.Core.Storage;
using Hub.Store.Flows;
using Hub.Store.Text;
using Npgsql;

namespace Hub.Store.Postgres;

/// <summary>Takes groups in: one statement that looks for repeats, numbers, and stores messages and deliveries. It is its own transaction, so one round trip is a commit.</summary>
internal sealed class PostgresIntake(PostgresDatabase database, FlowBook flows) : IIntakeStore
{
    // The server takes at most 1 GB in a message; far below that, more rows per statement gain nothing.
    private const long MaxBytesPerStatement = 48L << 20;

    // Every try that a race ends is one that another group has won: two tries for each rival, with many nodes sending the same again after an outage.
    private const int MaxTries = 100;

    // The counter's row is locked from here to the commit, so numbers become visible in their order over all nodes: whoever sees one sees every lower one.
    // It also lines groups up: two with the same keys wait here instead of deadlocking in the index, and the second, whose look at what exists came too early, fails as a repeat and asks again.
    private static readonly string Store = $"""
        with existing as materialized (
          select id, source_key, fingerprint from message where source_key = any($1)),
        numbered as (
          update counter set last = last + cardinality($1) where id = 1 and not exists (select 1 from existing)
          returning last - cardinality($1) as base),
        stored as (
          insert into message (id, raw_id, occurred, accepted, snapshot, ordinal, kind, triage, source_key, fingerprint, patient_key,
            tenant, source, media, category, source_id, correlation, decisions, notes, body, flow)
          select n.base + m.slot, n.base + m.first, m.occurred, m.accepted, m.snapshot, m.ordinal, m.kind, m.triage, m.source_key, m.fingerprint, m.patient_key,
            m.tenant, m.source, m.media, m.category, m.source_id, m.correlation, m.decisions, m.notes, case when m.slot = m.first then m.body end, m.flow
          from numbered n, unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $31) with ordinality
            as m(source_key, first, occurred, accepted, snapshot, ordinal, kind, triage, fingerprint, patient_key,
              tenant, source, media, category, source_id, correlation, decisions, notes, body, flow, slot)),
        due as (
          insert into delivery (id, lane, due, since, part, attempts, generation, state, documented, tenant, partner, route, mapping, error, answer, flow)
          select {DeliveryKey.Made("(n.base + d.slot)", "d.no")}, d.lane, coalesce(nullif(d.waits, 0), d.since), coalesce(nullif(d.waits, 0), d.since), d.part, 0, 0, case when d.error is null then 1 else 4 end, 0,
            d.tenant, d.partner, d.route, d.mapping, d.error, case when d.waits is null then 0 when d.waits = 0 then 2 else 1 end, d.flow
          from numbered n, unnest($20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $32)
            as d(slot, no, lane, since, part, tenant, partner, route, mapping, error, waits, flow))
        select (select base from numbered),
          (select array_agg(source_key order by id) from existing), (select array_agg(id order by id) from existing), (select array_agg(fingerprint order by id) from existing)
        """;

    public async Task<IReadOnlyList<IReadOnlyList<IntakeReply>>> AcceptAsync(IReadOnlyList<NewRawMessage> group, CancellationToken cancel)
    {
        var known = new Dictionary<Guid, KnownMessage>();
        for (var tries = 1; ; tries++)
        {
            var plan = IntakePlan.Of(group, known);
            if (plan.Rows.Count == 0)
                return plan.Replies([]);
            var numbers = await flows.NumberAsync([.. plan.Rows.Select(r => FlowKey.Of(r.Raw, r.Message))], cancel);
            try
            {
                if (await database.OnConnectionAsync(c => StoreAsync(c, plan, numbers, known, cancel), cancel) is { } ids)
                    return plan.Replies(ids);
            }
            catch (StoreUnavailableException fault) when (tries < MaxTries && fault.InnerException is PostgresException answer && PostgresFaults.IsRace(answer))
            {
                continue;
            }
            catch (PostgresException answer) when (tries < MaxTries && PostgresFaults.IsRace(answer))
            {
                continue;
            }
        }
    }

    /// <returns>Ids of the plan's rows; null when some were stored before, which are known now.</returns>
    private static async Task<long[]?> StoreAsync(NpgsqlConnection connection, IntakePlan plan, int[] flows, Dictionary<Guid, KnownMessage> known, CancellationToken cancel)
    {
        var chunks = Chunks(plan);
        if (chunks.Count == 1)
            return await StoreAsync(connection, plan.Rows, flows, 0, known, cancel);

        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var ids = new List<long>(plan.Rows.Count);
        foreach (var (from, count) in chunks)
        {
            if (await StoreAsync(connection, plan.Rows.GetRange(from, count), flows[from..(from + count)], from, known, cancel) is not { } some)
                return null;
            ids.AddRange(some);
        }

        await transaction.CommitAsync(cancel);
        return [.. ids];
    }

    private static async Task<long[]?> StoreAsync(
        NpgsqlConnection connection, List<IntakePlan.NewRow> rows, int[] flows, int offset, Dictionary<Guid, KnownMessage> known, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Store, connection);
        new IntakeColumns(rows, flows, offset).AddTo(command);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        if (!reader.IsDBNull(0))
        {
            var first = reader.GetInt64(0) + 1;

            // The commit comes after the row, and with it its faults: reading to the end waits for them.
            await reader.NextResultAsync(cancel);
            return [.. Enumerable.Range(0, rows.Count).Select(i => first + i)];
        }

        var (keys, old, prints) = (reader.GetFieldValue<Guid[]>(1), reader.GetFieldValue<long[]>(2), reader.GetFieldValue<Guid[]>(3));
        for (var i = 0; i < keys.Length; i++)
            known[keys[i]] = new KnownMessage(old[i], prints[i]);
        return null;
    }

    // A raw message stays in one chunk: its messages point at the one with the bytes.
    private static List<(int From, int Count)> Chunks(IntakePlan plan)
    {
        var chunks = new List<(int From, int Count)>();
        var (from, bytes) = (0, 0L);
        for (var i = 0; i < plan.Rows.Count; i++)
        {
            if (plan.Rows[i].First != i)
                continue;
            if (bytes > 0 && bytes + plan.Rows[i].Raw.SealedBody.Length > MaxBytesPerStatement)
            {
                chunks.Add((from, i - from));
                (from, bytes) = (i, 0);
            }

            bytes += plan.Rows[i].Raw.SealedBody.Length;
        }

        chunks.Add((from, plan.Rows.Count - from));
        return chunks;
    }
}
