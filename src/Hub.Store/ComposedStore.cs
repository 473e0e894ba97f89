using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Routing;
using Hub.Core.Storage;
using Hub.Store.Exchanges;
using Hub.Store.Flows;
using Hub.Store.Health;
using Hub.Store.Operators;
using Hub.Store.Registers;
using Hub.Store.Retention;
using Hub.Store.Schema;
using Hub.Store.Search;
using Hub.Store.Sql;
using Hub.Store.Statistics;

namespace Hub.Store;

/// <summary>One class per role, put together.</summary>
internal sealed class ComposedStore(
    Database database, FlowBook flows, IIntakeStore intake, IDeliveryStore deliveries, Func<CancellationToken, Task<IPartitionLocks?>> locks) : IHubStore
{
    private readonly SchemaStore _schema = new(database);
    private readonly SnapshotStore _snapshots = new(database);
    private readonly PartitionRegister _partitions = new(database);
    private readonly ConsentRegister _consents = new(database, new AuditLog(database));
    private readonly MessageFinder _finder = new(database, flows);
    private readonly MessageReader _messages = new(database, new MessageFinder(database, flows));
    private readonly FailureReader _failures = new(database);
    private readonly FlowReader _flows = new(database, flows);
    private readonly FlowFiller _filler = new(database, flows);
    private readonly LedgerReader _ledger = new(database);
    private readonly AuditLog _audit = new(database);
    private readonly ExchangeRegister _exchanges = new(database);
    private readonly SentRegister _sent = new(database);
    private readonly RecordRegister _records = new(database, new AuditLog(database));
    private readonly StatisticsReader _statistics = new(database);
    private readonly AuditReader _entries = new(database);
    private readonly TokenRegister _tokens = new(database, new AuditLog(database));
    private readonly ProofRegister _proofs = new(database);
    private readonly HealthRegister _health = new(database);
    private readonly ActionPartRetention _parts = new(database);
    private readonly BodyRetention _retention = new(database);
    private readonly WithdrawalReader _withdrawals = new(database);
    private readonly OperatorActs _acts = new(database, new AuditLog(database), flows);

    public async Task<Installation> MigrateAsync(int partitions, CancellationToken cancel)
    {
        var installation = await _schema.MigrateAsync(partitions, cancel);
        await _filler.FillAsync(cancel);
        return installation;
    }

    public Task<int> StoreSnapshotAsync(string text, DateTimeOffset at, CancellationToken cancel) => _snapshots.StoreAsync(text, at, cancel);

    public Task<IReadOnlyList<SnapshotHead>> SnapshotsAsync(int? before, int limit, CancellationToken cancel) => _snapshots.ListAsync(before, limit, cancel);

    public Task<StoredSnapshot?> SnapshotAsync(int number, CancellationToken cancel) => _snapshots.FindAsync(number, cancel);

    public async Task<bool> IsReadyAsync(CancellationToken cancel)
    {
        try
        {
            return database.TakesWrites && await database.ReadAsync(s => s.FirstAsync(r => r.GetInt32(0) == 1, "select 1"), cancel);
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    public Task<IReadOnlyList<IReadOnlyList<IntakeReply>>> AcceptAsync(IReadOnlyList<NewRawMessage> group, CancellationToken cancel) => intake.AcceptAsync(group, cancel);

    public Task<IReadOnlyList<WorkItem>> LoadAsync(WorkQuery query, CancellationToken cancel) => deliveries.LoadAsync(query, cancel);

    public Task<IReadOnlyList<DestinationBacklog>> BacklogAsync(IReadOnlyList<int> partitions, CancellationToken cancel) => deliveries.BacklogAsync(partitions, cancel);

    public Task<IReadOnlySet<int>> CommitAsync(IReadOnlyList<DeliveryOutcome> outcomes, CancellationToken cancel) => deliveries.CommitAsync(outcomes, cancel);

    public Task<long> LatestMessageAsync(CancellationToken cancel) => deliveries.LatestMessageAsync(cancel);

    public Task<IReadOnlyDictionary<long, DeliveryId>> DeadLanesAsync(
        int partition, string tenant, string partner, IReadOnlyList<string> routes, CancellationToken cancel) =>
        deliveries.DeadLanesAsync(partition, tenant, partner, routes, cancel);

    public Task<IReadOnlyList<DeliveryRow>> OverdueAsync(IReadOnlyList<int> partitions, DateTimeOffset now, int limit, CancellationToken cancel) =>
        deliveries.OverdueAsync(partitions, now, limit, cancel);

    public Task<IReadOnlySet<DeliveryId>> SettleAsync(IReadOnlyList<DeliveryOutcome> outcomes, DeliveryState expected, CancellationToken cancel) =>
        deliveries.SettleAsync(outcomes, expected, cancel);

    public Task<SentDelivery?> FindSentAsync(string tenant, string correlation, CancellationToken cancel) => _sent.FindAsync(tenant, correlation, cancel);

    public Task<StoredExchange?> FindExchangeAsync(string tenant, string key, CancellationToken cancel) => _exchanges.FindAsync(tenant, key, cancel);

    public Task<StoredExchange> RecordExchangeAsync(NewExchange exchange, CancellationToken cancel) => _exchanges.RecordAsync(exchange, cancel);

    public Task<IReadOnlyList<StoredExchange>> TakeAnswersAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancel) =>
        _exchanges.TakeAnswersAsync(now, until, limit, cancel);

    public Task AnswerTriedAsync(string tenant, string key, DateTimeOffset? due, CancellationToken cancel) => _exchanges.AnswerTriedAsync(tenant, key, due, cancel);

    public Task<int> ForgetExchangesAsync(DateTimeOffset before, CancellationToken cancel) => _exchanges.ForgetAsync(before, cancel);

    public Task<IReadOnlyList<DeliveryRow>> AnswersDueAsync(
        IReadOnlyList<long>? messages, IReadOnlyList<int> partitions, DateTimeOffset now, CancellationToken cancel) =>
        _sent.AnswersDueAsync(messages, partitions, now, cancel);

    public Task<bool> RemarkAsync(DeliveryId id, DeliveryEvent remark, int atMost, CancellationToken cancel) => _sent.RemarkAsync(id, remark, atMost, cancel);

    public Task<IReadOnlyList<PartitionOwner>> OwnersAsync(CancellationToken cancel) => _partitions.OwnersAsync(cancel);

    public Task<IReadOnlyDictionary<int, long>> TakeAsync(string node, IReadOnlyList<int> partitions, CancellationToken cancel) => _partitions.TakeAsync(node, partitions, cancel);

    public Task<IPartitionLocks?> OpenLocksAsync(CancellationToken cancel) => locks(cancel);

    public Task<IReadOnlyList<string>> HeartbeatAsync(string node, TimeSpan within, CancellationToken cancel) => _partitions.HeartbeatAsync(node, within, cancel);

    public Task<IReadOnlySet<string>> GrantedAsync(string tenant, Guid patientKey, CancellationToken cancel) => _consents.GrantedAsync(tenant, patientKey, cancel);

    public Task SetAsync(ConsentChange change, CancellationToken cancel) => _consents.SetAsync(change, cancel);

    public Task<MessageView?> FindAsync(long messageId, string? tenant, CancellationToken cancel) => _messages.FindAsync(messageId, tenant, cancel);

    public Task<IReadOnlyList<MessageView>> ListAsync(MessageFilter filter, CancellationToken cancel) => _messages.ListAsync(filter, cancel);

    public Task<MessagePage> SearchAsync(MessageFilter filter, CancellationToken cancel) => _finder.SearchAsync(filter, cancel);

    public Task<IReadOnlyList<FailureGroup>> FailuresAsync(FailureFilter filter, CancellationToken cancel) => _failures.ReadAsync(filter, cancel);

    public Task<IReadOnlyList<FlowEdge>> FlowsAsync(FlowFilter filter, CancellationToken cancel) => _flows.FlowsAsync(filter, cancel);

    public Task<IReadOnlyList<SeriesPoint>> SeriesAsync(FlowFilter filter, TimeSpan step, SeriesMetric metric, CancellationToken cancel) =>
        _flows.SeriesAsync(filter, step, metric, cancel);

    public Task<StoredBodies?> BodiesAsync(long messageId, CancellationToken cancel) => _messages.BodiesAsync(messageId, cancel);

    public Task<IReadOnlyList<StoredRaw>> RawsAsync(IReadOnlyList<long> messages, CancellationToken cancel) => _messages.RawsAsync(messages, cancel);

    public Task<Result<DeliveryRow>> RedeliverAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => _acts.RedeliverAsync(id, act, cancel);

    public Task<Result<DeliveryRow>> RemapAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => _acts.RemapAsync(id, act, cancel);

    public Task<IReadOnlyList<Result<IReadOnlyList<DeliveryRow>>>?> ActAsync(ActBatch batch, CancellationToken cancel) => _acts.ActAsync(batch, cancel);

    public Task<Result<DeliveryRow>> AmendAsync(Amendment amendment, OperatorAct act, CancellationToken cancel) => _acts.AmendAsync(amendment, act, cancel);

    public Task<Result<DeliveryRow>> ParkAsync(DeliveryId id, Func<DeliveryRow, DateTimeOffset> until, OperatorAct act, CancellationToken cancel) => _acts.ParkAsync(id, until, act, cancel);

    public Task<Result<DeliveryRow>> ReleaseAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => _acts.ReleaseAsync(id, act, cancel);

    public Task<Result<DeliveryRow>> DiscardAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => _acts.DiscardAsync(id, act, cancel);

    public Task<Result<IReadOnlyList<DeliveryRow>>> ReplayAsync(
        long messageId, IReadOnlyList<RouteDecision> decisions, IReadOnlyList<NewDelivery> deliveries, OperatorAct act, CancellationToken cancel) =>
        _acts.ReplayAsync(messageId, decisions, deliveries, act, cancel);

    public Task<Ledger> LedgerAsync(string? tenant, CancellationToken cancel) => _ledger.ReadAsync(tenant, cancel);

    public Task AppendAsync(AuditEntry entry, CancellationToken cancel) => _audit.AppendAsync(entry, cancel);

    public Task<IReadOnlyList<AuditLine>> EntriesAsync(AuditFilter filter, CancellationToken cancel) => _entries.EntriesAsync(filter, cancel);

    public Task<Result<IssuedToken>> IssueAsync(IssuedToken token, OperatorAct act, CancellationToken cancel) => _tokens.IssueAsync(token, act, cancel);

    public Task<IReadOnlyList<IssuedToken>> TokensAsync(DateTimeOffset? validAt, CancellationToken cancel) => _tokens.TokensAsync(validAt, cancel);

    public Task<Result<IssuedToken>> RevokeAsync(string name, OperatorAct act, CancellationToken cancel) => _tokens.RevokeAsync(name, act, cancel);

    public Task<(long Entries, long? FirstBroken)> VerifyAsync(CancellationToken cancel) => _audit.VerifyAsync(cancel);

    public Task<bool> AppendAsync(NewRecord record, CancellationToken cancel) => _records.AppendAsync(record, cancel);

    public Task<StoredRecord?> LatestAsync(string tenant, string kind, string key, CancellationToken cancel) => _records.LatestAsync(tenant, kind, key, cancel);

    public Task<IReadOnlyList<StoredRecord>> HistoryAsync(string tenant, string kind, string key, CancellationToken cancel) => _records.HistoryAsync(tenant, kind, key, cancel);

    public Task<IReadOnlyList<StoredRecord>> FindAsync(RecordFilter filter, CancellationToken cancel) => _records.FindAsync(filter, cancel);

    public Task<IReadOnlyList<StoredRecord>> DueAsync(IReadOnlyList<string> kinds, DateTimeOffset now, int limit, CancellationToken cancel) =>
        _records.DueAsync(kinds, now, limit, cancel);

    public Task<bool> PostponeAsync(StoredRecord seen, DateTimeOffset? due, CancellationToken cancel) => _records.PostponeAsync(seen, due, cancel);

    public Task<IReadOnlyList<DailyCount>> DailyAsync(StatisticsFilter filter, CancellationToken cancel) => _statistics.DailyAsync(filter, cancel);

    public Task<bool> UseProofAsync(string id, DateTimeOffset until, DateTimeOffset now, CancellationToken cancel) => _proofs.UseProofAsync(id, until, now, cancel);

    public Task<DateTimeOffset> ClockAsync(CancellationToken cancel) => _health.ClockAsync(cancel);

    public Task ReportAsync(NodeReport report, CancellationToken cancel) => _health.ReportAsync(report, cancel);

    public Task<IReadOnlyList<StoredNode>> NodesAsync(CancellationToken cancel) => _health.NodesAsync(cancel);

    public Task<IReadOnlyList<Contact>> ContactsAsync(string? tenant, CancellationToken cancel) => _health.ContactsAsync(tenant, cancel);

    public Task<IReadOnlyList<WaitingCount>> WaitingAsync(int atMost, IReadOnlyDictionary<string, IReadOnlyList<string>> pausedRoutes, CancellationToken cancel) =>
        _health.WaitingAsync(atMost, pausedRoutes, cancel);

    public Task<IReadOnlyList<PartnerCount>> StuckAsync(DateTimeOffset before, CancellationToken cancel) => _health.StuckAsync(before, cancel);

    public Task<IReadOnlyList<PartnerCount>> DeadAsync(DateTimeOffset accepted, CancellationToken cancel) => _health.DeadAsync(accepted, cancel);

    public Task<RetentionProgress> DeleteBodiesAsync(RetentionStep step, CancellationToken cancel) => _retention.StepAsync(step, cancel);

    public Task<int> DeleteActionPartsAsync(DateTimeOffset before, int limit, CancellationToken cancel) => _parts.DeleteAsync(before, limit, cancel);

    public Task<Withdrawals> WithdrawnAsync(long? after, CancellationToken cancel) => _withdrawals.WithdrawnAsync(after, cancel);

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
