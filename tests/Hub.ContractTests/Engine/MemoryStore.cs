using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Routing;
using Hub.Core.Storage;
using Hub.Tests.Support;

namespace Hub.ContractTests.Engine;

/// <summary>A store in memory that keeps the contract's rules on epochs, order and repeats, and can be told to be away.</summary>
public sealed partial class MemoryStore : IHubStore
{
    private readonly Lock _gate = new();
    private readonly MemoryRecords _registers = new();
    private readonly SortedDictionary<DeliveryId, Stored> _rows = [];
    private readonly Dictionary<Guid, (long Id, Guid Fingerprint)> _keys = [];
    private readonly Dictionary<(string Tenant, string Correlation), DeliveryId> _sent = [];
    private readonly Dictionary<int, PartitionOwner> _owners = [];
    private long _last;
    private int _refusals;

    public bool IsAway { get; set; }

    /// <summary>The consent register alone does not answer.</summary>
    public bool IsRegisterAway { get; set; }

    /// <summary>How often it did not.</summary>
    public int RegisterRefusals => Volatile.Read(ref _refusals);

    /// <summary>What every patient consents to.</summary>
    public IReadOnlySet<string> Granted { get; set; } = new HashSet<string>();

    public int Loads { get; private set; }

    public int MostLoaded { get; private set; }

    public Func<NewRawMessage, bool> Rejects { get; set; } = _ => false;

    /// <summary>What happens between the commit of an intake and the caller's hearing of it.</summary>
    public Func<Task> AfterAccept { get; set; } = () => Task.CompletedTask;

    public Func<DeliveryOutcome, bool> RejectsOutcome { get; set; } = _ => false;

    public IReadOnlyList<Stored> Rows
    {
        get
        {
            lock (_gate)
                return [.. _rows.Values];
        }
    }

    public Task<Installation> MigrateAsync(int partitions, CancellationToken cancel) => Task.FromResult(new Installation(Guid.Parse("00000000-0000-0000-0000-00000000002a"), partitions));

    public async Task<IReadOnlyList<IReadOnlyList<IntakeReply>>> AcceptAsync(IReadOnlyList<NewRawMessage> group, CancellationToken cancel)
    {
        ThrowIfAway();
        if (group.Any(Rejects))
            throw new InvalidOperationException("Rejected, on purpose.");
        IReadOnlyList<IReadOnlyList<IntakeReply>> replies;
        lock (_gate)
            replies = [.. group.Select(Accept)];
        await AfterAccept();
        return replies;
    }

    private List<IntakeReply> Accept(NewRawMessage raw)
    {
        var replies = new List<IntakeReply>();
        var rawId = _last + 1;
        var held = raw.AllOrNone && raw.Messages.Any(m => _keys.TryGetValue(m.SourceKey, out var stored) && stored.Fingerprint != m.Fingerprint);
        foreach (var message in raw.Messages)
        {
            if (held && !_keys.ContainsKey(message.SourceKey))
            {
                replies.Add(new IntakeReply(0, IntakeStatus.Held));
                continue;
            }

            if (_keys.TryGetValue(message.SourceKey, out var known))
            {
                replies.Add(new IntakeReply(known.Id, known.Fingerprint == message.Fingerprint ? IntakeStatus.Repeated : IntakeStatus.Conflict));
                continue;
            }

            var id = ++_last;
            _keys[message.SourceKey] = (id, message.Fingerprint);
            replies.Add(new IntakeReply(id, IntakeStatus.Accepted));
            short no = 0;
            foreach (var delivery in message.Deliveries)
            {
                var key = new DeliveryId(id, ++no);
                var state = delivery.DeadLetter is null ? DeliveryState.Pending : DeliveryState.DeadLettered;
                var since = delivery.DueAt ?? raw.ReceivedAt;
                var row = new DeliveryRow(key, raw.Tenant, delivery.Partner, delivery.Route, delivery.Mapping, delivery.Partition, delivery.Lane, state, since, 0, since, raw.Snapshot, 0, false) { Answer = message.PartOf(delivery) };
                _rows[key] = new Stored(row, new StoredMessage(id, rawId, message.Ordinal, raw.Tenant, raw.Source, raw.MediaType, raw.ReceivedAt) { PatientKey = message.PatientKey }, raw.SealedBody);
            }
        }

        return replies;
    }

    public Task<IReadOnlyList<WorkItem>> LoadAsync(WorkQuery query, CancellationToken cancel)
    {
        ThrowIfAway();
        lock (_gate)
        {
            Loads++;
            IReadOnlyList<WorkItem> items =
            [
                .. _rows.Values.Where(r => r.Row.State == DeliveryState.Pending && r.Row.Partition == query.Partition && r.Row.Tenant == query.Tenant
                        && r.Row.Partner == query.Partner && r.Row.Id > query.After && (query.Lane is null || query.Lane == r.Row.Lane) && !query.Except.Contains(r.Row.Lane) && !query.ExceptRoutes.Contains(r.Row.Route))
                    .Take(query.Limit).Select(r => new WorkItem(r.Row, r.Message, r.SealedRaw, r.SealedDocument, r.Document)),
            ];
            MostLoaded = Math.Max(MostLoaded, items.Count);
            return Task.FromResult(items);
        }
    }

    public Task<IReadOnlyList<DestinationBacklog>> BacklogAsync(IReadOnlyList<int> partitions, CancellationToken cancel)
    {
        ThrowIfAway();
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<DestinationBacklog>>(
                [.. _rows.Values.Select(r => r.Row).Where(r => r.State == DeliveryState.Pending && partitions.Contains(r.Partition))
                    .GroupBy(r => (r.Partition, r.Tenant, r.Partner))
                    .Select(g => new DestinationBacklog(g.Key.Partition, g.Key.Tenant, g.Key.Partner, g.Min(r => r.Id), g.Max(r => r.Id)))]);
        }
    }

    public Task<long> LatestMessageAsync(CancellationToken cancel)
    {
        ThrowIfAway();
        return Task.FromResult(Volatile.Read(ref _last));
    }

    public Task<IReadOnlyDictionary<long, DeliveryId>> DeadLanesAsync(int partition, string tenant, string partner, IReadOnlyList<string> routes, CancellationToken cancel)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyDictionary<long, DeliveryId>>(
                _rows.Values.Select(r => r.Row).Where(r => r.State == DeliveryState.DeadLettered && r.Partition == partition && r.Tenant == tenant && r.Partner == partner && routes.Contains(r.Route))
                    .GroupBy(r => r.Lane).ToDictionary(g => g.Key, g => g.Min(r => r.Id)));
        }
    }

    public Task<IReadOnlySet<int>> CommitAsync(IReadOnlyList<DeliveryOutcome> outcomes, CancellationToken cancel)
    {
        ThrowIfAway();
        lock (_gate)
        {
            if (outcomes.DistinctBy(o => o.Id).Count() != outcomes.Count)
                throw new InvalidOperationException("A delivery stands twice in a group.");
            var stale = outcomes.Where(o => _owners[o.Partition].Epoch != o.Epoch).Select(o => o.Partition).ToHashSet();
            if (outcomes.Any(RejectsOutcome))
                throw new InvalidOperationException("Rejected, on purpose.");
            foreach (var outcome in outcomes.Where(o => !stale.Contains(o.Partition)))
                Write(outcome, DeliveryState.Pending, null);
            return Task.FromResult<IReadOnlySet<int>>(stale);
        }
    }

    private bool Write(DeliveryOutcome outcome, DeliveryState expected, ReceiptProgress? receipts)
    {
        var stored = _rows[outcome.Id];
        stored.Events.AddRange(outcome.Events);
        if (stored.Row.State != expected || (receipts is { } read && stored.Row.Receipts != read))
            return false;
        foreach (var correlation in outcome.Correlations)
            _sent.TryAdd((stored.Row.Tenant, correlation), outcome.Id);
        if (!outcome.SealedDocument.IsEmpty)
            (stored.SealedDocument, stored.Document) = (outcome.SealedDocument, outcome.Document);
        stored.ErrorCode = outcome.ErrorCode;
        stored.Row = stored.Row with { State = outcome.State, Due = outcome.Due, Attempts = outcome.Attempts, HasDocument = stored.Document is not null, Receipts = outcome.Receipts };
        return true;
    }

    public Task<IReadOnlyList<DeliveryRow>> OverdueAsync(IReadOnlyList<int> partitions, DateTimeOffset now, int limit, CancellationToken cancel)
    {
        ThrowIfAway();
        lock (_gate)
            return Task.FromResult<IReadOnlyList<DeliveryRow>>([.. _rows.Values.Select(r => r.Row).Where(r => r.State is DeliveryState.AwaitingReceipt or DeliveryState.Held && r.Due <= now).Take(limit)]);
    }

    public Task<IReadOnlySet<DeliveryId>> SettleAsync(IReadOnlyList<DeliveryOutcome> outcomes, DeliveryState expected, CancellationToken cancel)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlySet<DeliveryId>>(outcomes.Where(o => Write(o, expected, o.ReceiptsBefore)).Select(o => o.Id).ToHashSet());
    }

    public Task<IReadOnlyDictionary<int, long>> TakeAsync(string node, IReadOnlyList<int> partitions, CancellationToken cancel)
    {
        ThrowIfAway();
        lock (_gate)
        {
            foreach (var partition in partitions)
                _owners[partition] = new PartitionOwner(partition, node, (_owners.GetValueOrDefault(partition)?.Epoch ?? 0) + 1);
            return Task.FromResult<IReadOnlyDictionary<int, long>>(partitions.ToDictionary(p => p, p => _owners[p].Epoch));
        }
    }

    public Task<IReadOnlyList<PartitionOwner>> OwnersAsync(CancellationToken cancel)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<PartitionOwner>>([.. _owners.Values]);
    }

    public Task<SentDelivery?> FindSentAsync(string tenant, string correlation, CancellationToken cancel)
    {
        ThrowIfAway();
        lock (_gate)
        {
            return Task.FromResult(_sent.TryGetValue((tenant, correlation), out var id) && _rows[id] is var stored
                ? new SentDelivery(stored.Row, stored.SealedDocument, stored.Document, true)
                : null);
        }
    }

    public Task<bool> RemarkAsync(DeliveryId id, DeliveryEvent remark, int atMost, CancellationToken cancel)
    {
        ThrowIfAway();
        lock (_gate)
            _rows[id].Events.Add(remark);
        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<DeliveryRow>> AnswersDueAsync(IReadOnlyList<long>? messages, IReadOnlyList<int> partitions, DateTimeOffset now, CancellationToken cancel)
    {
        ThrowIfAway();
        lock (_gate)
        {
            var due = _rows.Values.Where(r => r.Row.WaitsForOthers(now) && partitions.Contains(r.Row.Partition) && messages?.Contains(r.Row.Id.MessageId) != false
                && !_rows.Values.Any(o => o.Row.Id.MessageId == r.Row.Id.MessageId && o.Row.Answer != AnswerPart.Answer
                    && o.Row.State is DeliveryState.Pending or DeliveryState.AwaitingReceipt or DeliveryState.Held)).ToList();
            foreach (var stored in due)
                stored.Row = stored.Row with { Due = now, AcceptedAt = now };
            return Task.FromResult<IReadOnlyList<DeliveryRow>>([.. due.Select(d => d.Row)]);
        }
    }

    public Task<StoredExchange?> FindExchangeAsync(string tenant, string key, CancellationToken cancel) => throw new NotSupportedException();

    public Task<StoredExchange> RecordExchangeAsync(NewExchange exchange, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<StoredExchange>> TakeAnswersAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancel) => throw new NotSupportedException();

    public Task AnswerTriedAsync(string tenant, string key, DateTimeOffset? due, CancellationToken cancel) => throw new NotSupportedException();

    public Task<int> ForgetExchangesAsync(DateTimeOffset before, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>What an operator's redelivery does to a row.</summary>
    public DeliveryRow MakePending(DeliveryId id)
    {
        lock (_gate)
            return _rows[id].Row = _rows[id].Row with { State = DeliveryState.Pending, Due = DateTimeOffset.MinValue };
    }

    public DeliveryRow Discard(DeliveryId id)
    {
        lock (_gate)
            return _rows[id].Row = _rows[id].Row with { State = DeliveryState.Discarded };
    }

    private void ThrowIfAway()
    {
        if (IsAway)
            throw new StoreUnavailableException();
    }

    public Task<IReadOnlySet<string>> GrantedAsync(string tenant, Guid patientKey, CancellationToken cancel) => IsRegisterAway
        ? RefuseAsync()
        : Task.FromResult(Granted);

    private Task<IReadOnlySet<string>> RefuseAsync()
    {
        Interlocked.Increment(ref _refusals);
        return Task.FromException<IReadOnlySet<string>>(new StoreUnavailableException());
    }

    public Task<IPartitionLocks?> OpenLocksAsync(CancellationToken cancel) => Task.FromResult<IPartitionLocks?>(null);

    public Task<IReadOnlyList<string>> HeartbeatAsync(string node, TimeSpan within, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>([node]);

    public Task<bool> IsReadyAsync(CancellationToken cancel) => Task.FromResult(!IsAway);

    public Task<IReadOnlyList<DailyCount>> DailyAsync(StatisticsFilter filter, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<int> StoreSnapshotAsync(string text, DateTimeOffset at, CancellationToken cancel) => throw new NotSupportedException();

    public Task SetAsync(ConsentChange change, CancellationToken cancel) => throw new NotSupportedException();

    public Task<MessageView?> FindAsync(long messageId, string? tenant, CancellationToken cancel)
    {
        lock (_gate)
        {
            var rows = _rows.Values.Where(r => r.Row.Id.MessageId == messageId).ToList();
            return Task.FromResult(rows.Count == 0 ? null : new MessageView(
                rows[0].Message, Core.Content.ContentKind.Measurement, null, Core.Content.Triage.None, "", null, default, [], [],
                [.. rows.Select(r => new DeliveryView(r.Row, r.ErrorCode, null, r.Document, [.. r.Events]))]));
        }
    }

    public Task<IReadOnlyList<MessageView>> ListAsync(MessageFilter filter, CancellationToken cancel) => throw new NotSupportedException();

    public Task<StoredBodies?> BodiesAsync(long messageId, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<StoredRaw>> RawsAsync(IReadOnlyList<long> messages, CancellationToken cancel) => throw new NotSupportedException();

    public Task<MessagePage> SearchAsync(MessageFilter filter, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<FlowEdge>> FlowsAsync(FlowFilter filter, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<SeriesPoint>> SeriesAsync(FlowFilter filter, TimeSpan step, SeriesMetric metric, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<FailureGroup>> FailuresAsync(FailureFilter filter, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Result<DeliveryRow>> RedeliverAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => Task.FromResult<Result<DeliveryRow>>(MakePending(id));

    public Task<Result<DeliveryRow>> RemapAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<Result<IReadOnlyList<DeliveryRow>>>?> ActAsync(ActBatch batch, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Result<DeliveryRow>> AmendAsync(Amendment amendment, OperatorAct act, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Result<DeliveryRow>> ParkAsync(DeliveryId id, Func<DeliveryRow, DateTimeOffset> until, OperatorAct act, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Result<DeliveryRow>> ReleaseAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Result<DeliveryRow>> DiscardAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => Task.FromResult<Result<DeliveryRow>>(Discard(id));

    public Task<Result<IReadOnlyList<DeliveryRow>>> ReplayAsync(long messageId, IReadOnlyList<RouteDecision> decisions, IReadOnlyList<NewDelivery> deliveries, OperatorAct act, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Ledger> LedgerAsync(string? tenant, CancellationToken cancel)
    {
        lock (_gate)
        {
            long Count(params DeliveryState[] states) => _rows.Values.Count(r => states.Contains(r.Row.State));
            return Task.FromResult(new Ledger(
                _rows.Count, Count(DeliveryState.Delivered), Count(DeliveryState.DeadLettered, DeliveryState.Discarded),
                Count(DeliveryState.Pending, DeliveryState.AwaitingReceipt, DeliveryState.Held), _last, 0));
        }
    }

    public Task AppendAsync(AuditEntry entry, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<AuditLine>> EntriesAsync(AuditFilter filter, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Result<IssuedToken>> IssueAsync(IssuedToken token, OperatorAct act, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<IssuedToken>> TokensAsync(DateTimeOffset? validAt, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Result<IssuedToken>> RevokeAsync(string name, OperatorAct act, CancellationToken cancel) => throw new NotSupportedException();

    public Task<(long Entries, long? FirstBroken)> VerifyAsync(CancellationToken cancel) => throw new NotSupportedException();

    public Task<bool> AppendAsync(NewRecord record, CancellationToken cancel) => _registers.AppendAsync(record, cancel);

    public Task<StoredRecord?> LatestAsync(string tenant, string kind, string key, CancellationToken cancel) => _registers.LatestAsync(tenant, kind, key, cancel);

    public Task<IReadOnlyList<StoredRecord>> HistoryAsync(string tenant, string kind, string key, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<StoredRecord>> FindAsync(RecordFilter filter, CancellationToken cancel) => _registers.FindAsync(filter, cancel);

    public Task<IReadOnlyList<StoredRecord>> DueAsync(IReadOnlyList<string> kinds, DateTimeOffset now, int limit, CancellationToken cancel) => throw new NotSupportedException();

    public Task<bool> PostponeAsync(StoredRecord seen, DateTimeOffset? due, CancellationToken cancel) => throw new NotSupportedException();

    public Task<bool> UseProofAsync(string id, DateTimeOffset until, DateTimeOffset now, CancellationToken cancel) => throw new NotSupportedException();
}

/// <summary>A row of <see cref="MemoryStore"/>.</summary>
public sealed class Stored(DeliveryRow row, StoredMessage message, ReadOnlyMemory<byte> raw)
{
    public DeliveryRow Row { get; set; } = row;

    public StoredMessage Message { get; } = message;

    public ReadOnlyMemory<byte> SealedRaw { get; } = raw;

    public ReadOnlyMemory<byte> SealedDocument { get; set; }

    public DocumentHead? Document { get; set; }

    public string? ErrorCode { get; set; }

    public List<DeliveryEvent> Events { get; } = [];
}
