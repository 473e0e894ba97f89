using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Routing;
using Hub.Core.Storage;
using Hub.Store.Flows;
using Hub.Store.Registers;
using Hub.Store.Sql;

namespace Hub.Store.Operators;

/// <summary>What operators do to deliveries. Each act is one transaction: the rows, their timelines and the audit log. A few deliveries cost hardly more statements than one.</summary>
internal sealed class OperatorActs(Database database, AuditLog audit, FlowBook flows)
{
    private readonly FlowGrowth _longer = new(database, flows);
    private readonly DeliveryRows _rows = new(database.Dialect);
    private readonly ReplayedMessages _replayed = new(database.Dialect);

    public Task<Result<DeliveryRow>> RedeliverAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => ChangeAsync(id, DeliveryChange.Redeliver(act), act, cancel);

    public Task<Result<DeliveryRow>> RemapAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => ChangeAsync(id, DeliveryChange.Remap(act), act, cancel);

    public Task<Result<DeliveryRow>> ParkAsync(DeliveryId id, Func<DeliveryRow, DateTimeOffset> until, OperatorAct act, CancellationToken cancel) =>
        ChangeAsync(id, DeliveryChange.Park(until), act, cancel);

    public Task<Result<DeliveryRow>> ReleaseAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => ChangeAsync(id, DeliveryChange.Release(act), act, cancel);

    public Task<Result<DeliveryRow>> DiscardAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => ChangeAsync(id, DeliveryChange.Discard, act, cancel);

    /// <summary>Puts an amended document in the place of the delivery's own.</summary>
    public Task<Result<DeliveryRow>> AmendAsync(Amendment amendment, OperatorAct act, CancellationToken cancel) =>
        ChangeAsync(amendment.Delivery, DeliveryChange.Amend(amendment, act), act, cancel);

    public async Task<Result<IReadOnlyList<DeliveryRow>>> ReplayAsync(
        long messageId, IReadOnlyList<RouteDecision> decisions, IReadOnlyList<NewDelivery> deliveries, OperatorAct act, CancellationToken cancel)
    {
        var flow = await _longer.FindAsync([(messageId, deliveries)], cancel);
        return await WithAuditAsync(
            async (session, entries) => (await _replayed.AddAsync(session, [new Replay(messageId, decisions, deliveries, flow[0])], act, entries))[0], cancel);
    }

    /// <summary>Acts on a few, with the progress of the work that they are part of.</summary>
    public async Task<IReadOnlyList<Result<IReadOnlyList<DeliveryRow>>>?> ActAsync(ActBatch batch, CancellationToken cancel)
    {
        var open = batch.Items.Where(i => i.Refusal is null).ToList();
        var isReplay = batch.Verb == ActVerb.Replay;
        if (open.DistinctBy(i => isReplay ? new DeliveryId(i.Delivery.MessageId, 0) : i.Delivery).Count() < open.Count)
            throw new ArgumentException("A batch names the same twice.", nameof(batch));
        var longer = isReplay ? await _longer.FindAsync([.. open.Select(i => (i.Delivery.MessageId, i.Deliveries))], cancel) : [];
        return await WithAuditAsync(
            async (session, entries) =>
            {
                if (!await RecordRegister.IsLatestAsync(session, batch.Progress([]), batch.After, database.Dialect.ForUpdate))
                    return null;
                var acted = isReplay
                    ? await _replayed.AddAsync(session, [.. open.Select((i, n) => new Replay(i.Delivery.MessageId, i.Decisions, i.Deliveries, longer[n]))], batch.Act, entries)
                    : await ChangeAsync(session, [.. open.Select(i => i.Delivery)], DeliveryChange.Of(batch), batch.Act, entries);
                using var next = acted.GetEnumerator();
                var done = batch.Items.Select(i => i.Refusal is { } refusal ? refusal : Next(next)).ToList();
                var progress = batch.Progress(done);
                if (!await RecordRegister.AppendAsync(session, progress))
                    throw new InvalidOperationException("A register entry that was locked has changed.");
                if (progress.Audit is { } entry)
                    entries.Add(entry);
                return (IReadOnlyList<Result<IReadOnlyList<DeliveryRow>>>?)done;
            },
            cancel);
    }

    private static Result<IReadOnlyList<DeliveryRow>> Next(IEnumerator<Result<IReadOnlyList<DeliveryRow>>> acted) =>
        acted.MoveNext() ? acted.Current : throw new InvalidOperationException("An act has no outcome.");

    private async Task<Result<DeliveryRow>> ChangeAsync(DeliveryId id, DeliveryChange change, OperatorAct act, CancellationToken cancel)
    {
        var changed = await WithAuditAsync((session, entries) => ChangeAsync(session, [id], change, act, entries), cancel);
        return changed[0].IsOk ? changed[0].Value[0] : Result<DeliveryRow>.Failed(changed[0].Errors);
    }

    private async Task<IReadOnlyList<Result<IReadOnlyList<DeliveryRow>>>> ChangeAsync(
        Session session, IReadOnlyList<DeliveryId> ids, DeliveryChange change, OperatorAct act, List<AuditEntry> entries)
    {
        var before = await _rows.LockAsync(session, ids);
        var statements = new List<Statement>();
        var refusals = new Dictionary<DeliveryId, HubError>();
        foreach (var id in ids)
        {
            var refusal = before.TryGetValue(id, out var row) ? change.Refuses(row.State) ?? change.Refused(row) : OperatorErrors.NotFound.At();
            if (refusal is not null)
            {
                refusals.Add(id, refusal);
                continue;
            }

            statements.AddRange([change.Update(row!), .. change.Also(row!), DeliveryRows.Told(id, change.Verb, act)]);
            entries.Add(new AuditEntry(act.At, act.Who, "delivery." + change.Verb, row!.Tenant, id.ToString(), act.Reason));
        }

        await session.RunAllAsync(statements);
        var after = await _rows.ReadAsync(session, ids);
        return [.. ids.Select(id => refusals.TryGetValue(id, out var refusal) ? refusal : (Result<IReadOnlyList<DeliveryRow>>)new[] { after[id] })];
    }

    // The entries come last, so that the chain's head is held for a moment only.
    private Task<T> WithAuditAsync<T>(Func<Session, List<AuditEntry>, Task<T>> work, CancellationToken cancel) => database.WriteAsync(
        async session =>
        {
            var entries = new List<AuditEntry>();
            var result = await work(session, entries);
            if (entries.Count > 0)
                await audit.AppendAsync(session, entries);
            return result;
        },
        cancel);
}
