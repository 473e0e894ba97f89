using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Intake;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery.Intake;
using Hub.Delivery.Outcomes;
using Hub.Delivery.Ownership;
using Hub.Delivery.Pauses;
using Hub.Delivery.Pumping;
using Hub.Delivery.Receipts;
using Hub.Delivery.Sending;

namespace Hub.Delivery;

/// <summary>One node of the hub: takes messages in, owns partitions, delivers. Everything else is composed around it.</summary>
public sealed class DeliveryNode : IAsyncDisposable
{
    private readonly NodeContext _node;
    private readonly PartitionTable _partitions;
    private readonly OutcomeWriter _outcomes;
    private readonly IntakeWriter _writer;
    private readonly Deadlines _deadlines;
    private readonly Nudges _nudges;
    private readonly AnswerCaller _answers;
    private readonly Dispatch _dispatch;
    private readonly Signal _pumpSignal;
    private readonly NodeWays _ways;
    private readonly Replayer _replayer;
    private readonly CancellationTokenSource _abandon = new();
    private Task _outcomeLoop = Task.CompletedTask;
    private Task _intakeLoop = Task.CompletedTask;
    private Task _pumpLoop = Task.CompletedTask;
    private Task _answerLoop = Task.CompletedTask;
    private Task _pauseLoop = Task.CompletedTask;
    private int _stopped;

    /// <summary>Composes a node; nothing runs before <see cref="StartAsync"/>.</summary>
    /// <param name="parts">What it is made of.</param>
    public DeliveryNode(DeliveryParts parts)
    {
        _node = new NodeContext(parts);
        _pumpSignal = new Signal(parts.Time);
        _partitions = new PartitionTable(_node, new Shipper(_node));
        _ways = new NodeWays(_node, _partitions);
        _node.Events = _ways.Events;
        _nudges = new Nudges(_partitions, _ways);
        _answers = new AnswerCaller(_node, _partitions, _nudges);
        _outcomes = new OutcomeWriter(_node, _answers, _partitions.Stale);
        var settler = new Settler(_node, _nudges, _answers);
        _deadlines = new Deadlines(_node, settler);
        Receipts = new ReceiptDesk(_node, settler);
        _dispatch = new Dispatch(_node, _partitions, _ways, _pumpSignal);
        _writer = new IntakeWriter(_node, _dispatch);
        Intake = new IntakeDesk(_node, _writer);
        _node.Intake = Intake;
        _replayer = new Replayer(_node);
        Pauses = new PauseDesk(_node, _partitions);
        _partitions.Changed += _pumpSignal.Set;
        parts.Snapshots.Changed += OnConfiguration;
        _node.Metrics.ObservePauses(Paused);
        _node.Metrics.Observe(Pending, () => _partitions.Count, () => _ways.BrokerConnected is true ? 1 : 0);
    }

    /// <summary>The way in.</summary>
    public IIntake Intake { get; }

    /// <summary>Where receipts are reported that come later and by another way than the send.</summary>
    public IReceipts Receipts { get; }

    /// <summary>What operators let wait.</summary>
    public PauseDesk Pauses { get; }

    /// <summary>What the node is doing right now.</summary>
    public NodeStatus Status => StatusReport.Of(_node, _partitions, _ways, _writer.Waiting);

    /// <summary>The loop of the node that has stood still longest though there was something to do, and for how long. Waiting for a database that is away is no standstill.</summary>
    public (string Loop, TimeSpan Still) Stillest => _node.Hearts.Stillest;

    /// <summary>Hears what time it is at partners.</summary>
    public Core.Adapters.IPartnerClocks Clocks => _node.Traffic;

    /// <summary>When partners were last heard of, on this node.</summary>
    public IReadOnlyList<PartnerTraffic> Traffic => _node.Traffic.All;

    /// <summary>Starts to own, deliver and take in. Returns when the first attempt to own partitions has been made; a broker or database that is away is waited for in the background.</summary>
    /// <param name="cancel">Gives up starting.</param>
    /// <returns>When started.</returns>
    public async Task StartAsync(CancellationToken cancel)
    {
        await Pauses.ReadAsync(cancel);
        _outcomeLoop = Task.Run(() => _outcomes.RunAsync(_abandon.Token), CancellationToken.None);
        _intakeLoop = Task.Run(_writer.RunAsync, CancellationToken.None);
        await _ways.StartAsync(_partitions, cancel);
        var pump = new Pump(_node, _partitions, _deadlines, _ways.Pace, _pumpSignal);
        _pumpLoop = Task.Run(() => pump.RunAsync(_node.Stopping.Token), CancellationToken.None);
        _answerLoop = Task.Run(() => _answers.RunAsync(_node.Stopping.Token), CancellationToken.None);
        _pauseLoop = Task.Run(() => Pauses.RunAsync(_node.Stopping.Token), CancellationToken.None);
    }

    /// <summary>Stops: takes nothing more in, ends what is in flight and writes its outcomes within <see cref="DeliverySettings.StopWithin"/>, gives its partitions up. What was not ended stays pending and is sent again by whoever owns the partition next.</summary>
    /// <param name="cancel">Stops at once.</param>
    /// <returns>When stopped.</returns>
    public async Task StopAsync(CancellationToken cancel)
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
            return;
        _node.Parts.Snapshots.Changed -= OnConfiguration;
        await NodeStop.RunAsync(_node, _partitions, _ways, _writer, _intakeLoop, cancel);
        await _node.Stopping.CancelAsync();
        _node.Outcomes.Complete();
        _abandon.CancelAfter(TimeSpan.FromSeconds(2));
        await NodeStop.EndedAsync(_outcomeLoop);
        await NodeStop.EndedAsync(_pumpLoop);
        await NodeStop.EndedAsync(_answerLoop);
        await NodeStop.EndedAsync(_pauseLoop);
        foreach (var line in _partitions.Lines)
            await line.StopAsync();
        await _ways.DisposeAsync();
    }

    /// <summary>Stops without draining, as a killed process would: for tests of what comes after.</summary>
    /// <returns>When the loops have ended.</returns>
    public async Task AbortAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
            return;
        _node.Parts.Snapshots.Changed -= OnConfiguration;
        await _abandon.CancelAsync();
        await _node.Stopping.CancelAsync();
        _partitions.Lost(_partitions.Owned, "aborted");
        _writer.Complete();
        _node.Outcomes.Complete();
        await NodeStop.EndedAsync(_outcomeLoop);
        await NodeStop.EndedAsync(_pumpLoop);
        await NodeStop.EndedAsync(_answerLoop);
        await NodeStop.EndedAsync(_pauseLoop);
        await _ways.DisposeAsync();
    }

    /// <summary>Deliveries that this node is sending at this moment. An act that holds or ends one of them may come too late for the send under way.</summary>
    /// <returns>Their numbers.</returns>
    public IReadOnlySet<DeliveryId> InFlight()
    {
        var found = new HashSet<DeliveryId>();
        foreach (var destination in _partitions.Destinations)
            destination.AddInFlight(found);
        return found;
    }

    /// <summary>Rows changed behind the engine's back (redeliver, remap, replay, discard): their owner looks at them at once, here or over the broker.</summary>
    /// <param name="rows">The rows as they are now.</param>
    public void Nudge(IReadOnlyList<DeliveryRow> rows)
    {
        foreach (var row in rows)
        {
            _nudges.Nudge(row);
            _answers.Moved(row, row.State);
        }
    }

    /// <summary>Many rows became due behind the engine's back: their owners look for them from the first of them on.</summary>
    /// <param name="rows">The rows as they are now.</param>
    public void NudgeMany(IReadOnlyList<DeliveryRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var group in rows.GroupBy(r => (r.Partition, r.Tenant, r.Partner)))
        {
            if (_partitions.DestinationOf(group.Key.Partition, group.Key.Tenant, group.Key.Partner) is { } destination && group.All(r => r.State == DeliveryState.Pending))
            {
                destination.LookBack(group.Min(r => r.Id));
                foreach (var row in group)
                    _answers.Moved(row, row.State);
            }
            else
            {
                Nudge([.. group]);
            }
        }
    }

    /// <summary>What stored messages would be sent as now; nothing is written.</summary>
    /// <param name="messageIds">The messages.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>For each the plan, or why there is none.</returns>
    public Task<IReadOnlyList<Result<ReplayPlan>>> PlanReplaysAsync(IReadOnlyList<long> messageIds, CancellationToken cancel) => _replayer.PlanAsync(messageIds, cancel);

    /// <summary>Until when a delivery that is held now may stay so: after the give-up time of its route it is a dead letter.</summary>
    /// <param name="row">The delivery.</param>
    /// <returns>The moment.</returns>
    public DateTimeOffset HeldUntil(DeliveryRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return RecoveryPolicy.GiveUpAt(_node.Now, _node.Config.Current.PolicyOf(row.Tenant, row.Route).Retry);
    }

    /// <summary>Sends a stored message through the current routes again (replay). The new deliveries are worked on at once.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="cancel">Gives up waiting; what is committed stays.</param>
    /// <returns>The new rows (none when no route wants it now), or why not.</returns>
    public async Task<Result<IReadOnlyList<DeliveryRow>>> ReplayAsync(long messageId, OperatorAct act, CancellationToken cancel)
    {
        var rows = await _replayer.ReplayAsync(messageId, act, cancel);
        if (rows.IsOk)
            Nudge(rows.Value);
        return rows;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _abandon.Dispose();
        Pauses.Dispose();
        _node.Metrics.Dispose();
        Pauses.Dispose();
    }

    private void OnConfiguration(ConfigSnapshot snapshot)
    {
        foreach (var line in _partitions.Lines)
            line.ConfigurationChanged();
        foreach (var destination in _partitions.Destinations)
            destination.Wake();
    }

    private IEnumerable<System.Diagnostics.Metrics.Measurement<long>> Paused() =>
        Pauses.Current.GroupBy(p => (p.Target.Tenant, Kind: p.Target.Partner is not null ? "partner" : p.Target.Route is not null ? "route" : "tenant"))
            .Select(g => new System.Diagnostics.Metrics.Measurement<long>(g.Count(), new KeyValuePair<string, object?>("tenant", g.Key.Tenant), new("kind", g.Key.Kind)));

    private IEnumerable<System.Diagnostics.Metrics.Measurement<long>> Pending() =>
        _partitions.Lines.Select(l => new System.Diagnostics.Metrics.Measurement<long>(
            l.Destinations.Sum(d => d.Waiting + d.InFlight), new KeyValuePair<string, object?>("tenant", l.Tenant), new("partner", l.Partner)));
}
