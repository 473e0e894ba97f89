using System.Diagnostics;
using Hub.Core.Adapters;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Storage;
using Hub.Delivery.Lanes;
using Hub.Delivery.Observability;
using Hub.Delivery.Outcomes;

namespace Hub.Delivery.Sending;

/// <summary>Sends what a destination gives out, and reports what came of it. One call of <see cref="WorkAsync"/> is one send in flight of the partner's window.</summary>
internal sealed class Shipper(NodeContext node)
{
    private static readonly TimeSpan StorePause = TimeSpan.FromMilliseconds(250);

    private readonly DocumentMaker _maker = new(node);
    private readonly ConsentGate _consents = new(node);
    private readonly OthersGate _others = new(node);
    private AddresseeGate? _addressees;

    /// <summary>Sends until the destination has nothing more that may go.</summary>
    public async Task WorkAsync(Destination destination)
    {
        var batch = new List<WorkEntry>();
        var ready = new List<(WorkEntry Entry, Prepared Prepared)>();
        while (destination.TryTake(batch, Math.Max(1, destination.Line.Config?.Batch ?? 1)))
        {
            try
            {
                await ShipAsync(destination, batch, ready);
            }
            catch (OperationCanceledException) when (node.Stopping.IsCancellationRequested)
            {
                // The node stops: what was taken stays pending in the database. The worker counts as in flight, so nothing more is taken.
                return;
            }

            batch.Clear();
            ready.Clear();
        }
    }

    private async Task ShipAsync(Destination destination, List<WorkEntry> batch, List<(WorkEntry Entry, Prepared Prepared)> ready)
    {
        var line = destination.Line;
        if (line.Use() is not { } open)
        {
            var gone = new SendOutcome.Failed(DeliveryErrors.PartnerGone.At(), PartnerDown: true);
            foreach (var entry in batch)
                await EndAsync(destination, entry, Prepared.Failed(gone.Error), gone, null);
            return;
        }

        try
        {
            foreach (var entry in batch)
            {
                if (!await MayGoAsync(destination, entry) || await OthersAsync(destination, entry) is not { } others)
                    continue;
                var addressee = await (_addressees ??= new AddresseeGate(node, _maker)).AskAsync(entry, open);
                var started = node.Time.GetTimestamp();
                var prepared = addressee.IsOk ? _maker.Prepare(entry, open, others, addressee.Value) : Prepared.Failed(addressee.Errors[0]);
                if (Spans.Wanted && (prepared.Error is not null || prepared.NewHead is not null))
                    Trace("map", ActivityKind.Internal, entry.Row, node.Time.GetElapsedTime(started), null, prepared.Error);
                if (prepared.Error is { } error)
                    await EndAsync(destination, entry, prepared, new SendOutcome.Failed(error), null);
                else if (await StoredAsync(destination, entry, open, prepared) is { } stored)
                    ready.Add((entry, stored));
            }

            ready.RemoveAll(r => IsCalledBack(destination, r.Entry));
            if (ready.Count > 0)
                await SendAsync(destination, open, ready);
        }
        finally
        {
            await open.ReleaseAsync();
        }
    }

    // A consent withdrawn while the delivery waited ends it; a register that does not answer makes it wait, in its place in the lane.
    private async ValueTask<bool> MayGoAsync(Destination destination, WorkEntry entry)
    {
        var consent = await _consents.AskAsync(entry, node.Stopping.Token);
        if (consent == Consent.Missing)
        {
            var error = DeliveryErrors.NoConsent.At();
            await EndAsync(destination, entry, Prepared.Failed(error), new SendOutcome.Failed(error), null);
        }
        else if (consent == Consent.Unknown)
        {
            GiveBack(destination, entry);
        }

        return consent == Consent.Given;
    }

    private ValueTask<IReadOnlyList<OtherDelivery>?> OthersAsync(Destination destination, WorkEntry entry)
    {
        return _maker.AsksForOthers(entry) ? new(AskAsync()) : new((IReadOnlyList<OtherDelivery>)[]);

        async Task<IReadOnlyList<OtherDelivery>?> AskAsync()
        {
            var others = await _others.AskAsync(entry, node.Stopping.Token);
            if (others is null)
                GiveBack(destination, entry);
            return others;
        }
    }

    // Making it ready may have taken a while.
    private static bool IsCalledBack(Destination destination, WorkEntry entry)
    {
        if (!destination.IsWithdrawn(entry))
            return false;
        GiveBack(destination, entry);
        return true;
    }

    // Nothing went out, so nothing is known of the partner: another delivery may find out.
    private static void GiveBack(Destination destination, WorkEntry entry)
    {
        destination.Untake(entry);
        destination.Line.Circuit.LeaveUnused();
    }

    private async Task SendAsync(Destination destination, OpenSender open, List<(WorkEntry Entry, Prepared Prepared)> ready)
    {
        var items = new OutboundItem[ready.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var row = ready[i].Entry.Row;
            items[i] = new OutboundItem(row.IdempotencyKey(node.Installation.Id), ready[i].Prepared.Document!, row.Attempts + 1) { Sends = row.Receipts.Sends };
        }

        var started = node.Time.GetTimestamp();
        var outcomes = await CallAsync(destination.Line, open, items);
        var took = node.Time.GetElapsedTime(started);
        var elapsed = took.TotalMilliseconds;
        node.Metrics.Attempt.Record(elapsed, new("tenant", destination.Line.Tenant), new("partner", destination.Line.Partner));
        for (var i = 0; Spans.Wanted && i < items.Length; i++)
            Trace("send", ActivityKind.Client, ready[i].Entry.Row, took, outcomes[i].GetType().Name.ToLowerInvariant(), (outcomes[i] as SendOutcome.Failed)?.Error);
        for (var i = 0; i < items.Length; i++)
            await EndAsync(destination, ready[i].Entry, ready[i].Prepared, outcomes[i], (int)elapsed);
    }

    private void Trace(string step, ActivityKind kind, DeliveryRow row, TimeSpan took, string? result, HubError? error) =>
        node.Spans.Record(step, kind, row.Id.MessageId, took, new SpanTags(row.Tenant, row.Partner, result, error?.Code));

    private async Task<IReadOnlyList<SendOutcome>> CallAsync(PartnerLine line, OpenSender open, OutboundItem[] items)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(node.Stopping.Token);
        timeout.CancelAfter(open.Config.Timeout);
        try
        {
            var call = node.Foreign.RunAsync(
                new Place("send", line.Tenant, line.Partner),
                (open.Sender, items),
                static (s, c) => s.Sender.SendAsync(s.items, c),
                static (s, error) => All(s.items.Length, new SendOutcome.Failed(error)),
                timeout.Token);
            // A sender that does not look at its token must not hold its place in the window for ever.
            var outcomes = call.IsCompleted ? await call : await call.WaitAsync(open.Config.Timeout + TimeSpan.FromSeconds(5), node.Time, node.Stopping.Token);
            return outcomes.Count == items.Length
                ? outcomes
                : All(items.Length, new SendOutcome.Failed(DeliveryErrors.Defect.At(detail: "The sender gave another number of outcomes than documents")));
        }
        catch (Exception late) when (late is OperationCanceledException or TimeoutException && !node.Stopping.IsCancellationRequested)
        {
            return All(items.Length, new SendOutcome.Failed(DeliveryErrors.TimedOut.At(), PartnerDown: true));
        }
    }

    private static SendOutcome[] All(int count, SendOutcome outcome)
    {
        var all = new SendOutcome[count];
        Array.Fill(all, outcome);
        return all;
    }

    // Documents that cannot be made again byte by byte are in the database before the partner sees them.
    private async ValueTask<Prepared?> StoredAsync(Destination destination, WorkEntry entry, OpenSender open, Prepared prepared)
    {
        if (!open.Sender.StoreBeforeSend || prepared.Sealed.IsEmpty)
            return prepared;
        var row = entry.Row;
        IReadOnlyList<DeliveryEvent> events = prepared.Account is { } account ? [new DeliveryEvent(node.Now, DeliveryEventKind.Mapped, null, account)] : [];
        var outcome = new DeliveryOutcome(row.Id, row.Partition, destination.Partition.Epoch, row.State, row.Due, row.Attempts, events)
        {
            SealedDocument = prepared.Sealed,
            Document = prepared.NewHead,
            Receipts = row.Receipts,
            Correlations = prepared.Correlations ?? [],
        };
        var written = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await PutAsync(destination, new OutcomeItem(destination, entry, null, outcome) { Written = written });
        if (await written.Task)
        {
            entry.Row = row with { HasDocument = true };
            return prepared with { Sealed = default, Account = null };
        }

        // What is not stored was not made: the next try must not send it as if it were.
        entry.Document = null;
        await Task.Delay(StorePause, node.Time, node.Stopping.Token);
        GiveBack(destination, entry);
        return null;
    }

    private async ValueTask EndAsync(Destination destination, WorkEntry entry, Prepared prepared, SendOutcome sent, int? durationMs)
    {
        var now = node.Now;
        var row = entry.Row;
        Weigh(destination.Line, sent, prepared);
        if (sent is SendOutcome.Failed failed)
            node.Traffic.Failed(row.Tenant, row.Partner, failed.Error.Code);
        var policy = node.Config.Current.PolicyOf(row.Tenant, row.Route);
        var step = DeliverySaga.Apply(node.StateOf(row), Happened(sent, prepared), policy, now);
        var outcome = OutcomeForm.OfTry(row, step, sent, prepared, destination.Partition.Epoch, now, durationMs);
        entry.Row = row with
        {
            State = step.State.State,
            Due = step.State.Due,
            Attempts = step.State.Attempts,
            Receipts = step.State.Receipts,
            HasDocument = row.HasDocument || prepared.NewHead is not null,
        };
        await PutAsync(destination, new OutcomeItem(destination, entry, FateOf(step), outcome));
        node.Metrics.Ended(entry.Row, now);
    }

    // A document that could not be made and a defect of the hub say nothing about the partner.
    private static void Weigh(PartnerLine line, SendOutcome sent, in Prepared prepared)
    {
        if (sent is SendOutcome.Failed { PartnerDown: true } down)
            line.Failed(down.RetryAfter);
        else if (prepared.Error is not null || sent is SendOutcome.Failed { Error: var error } && error.Code == DeliveryErrors.Defect.Code)
            line.Circuit.LeaveUnused();
        else
            line.Answered(sent is not SendOutcome.Failed);
    }

    private static SagaEvent Happened(SendOutcome sent, in Prepared prepared) => sent switch
    {
        SendOutcome.Delivered => SagaEvent.SendSucceeded.Instance,
        SendOutcome.AwaitingReceipt awaiting => new SagaEvent.SendAwaitsReceipt(awaiting.Deadline, awaiting.Resend, awaiting.Acknowledged),
        SendOutcome.Failed failed when prepared.Error is not null => new SagaEvent.MappedFailed(failed.Error, Sample()),
        SendOutcome.Failed failed => new SagaEvent.SendFailed(failed.Error, failed.RetryAfter, Sample()),
        _ => throw new InvalidOperationException("There is no such outcome."),
    };

    private static decimal Sample() => (decimal)Random.Shared.NextDouble();

    private static Fate FateOf(in SagaStep step) => step.Actions switch
    {
        var a when a.HasFlag(SagaActions.Retry) => Fate.Retry,
        var a when a.HasFlag(SagaActions.LaneCloses) => Fate.Closed,
        _ when step.State.State == DeliveryState.DeadLettered => Fate.Over,
        _ => Fate.Sent,
    };

    private async ValueTask PutAsync(Destination destination, OutcomeItem item)
    {
        while (!destination.TryEnd(item))
            await node.Outcomes.WaitForRoomAsync(node.Stopping.Token);
    }
}
