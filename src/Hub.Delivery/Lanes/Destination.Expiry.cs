using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Delivery.Outcomes;

namespace Hub.Delivery.Lanes;

/// <content>Gives up what a partner that stays away has kept too long: every delivery ends, also those of a parked destination.</content>
internal sealed partial class Destination
{
    private const int ExpiryPage = 100;
    private const int MostExpiryPages = 1000;

    /// <summary>Makes dead letters of deliveries past their give-up time, oldest first.</summary>
    public async Task GiveUpExpiredAsync(CancellationToken stop)
    {
        try
        {
            // What was in flight when the circuit opened has ended since, and waits in memory for its next try: let go of that too.
            Park();
            var after = default(DeliveryId);
            for (var page = 0; page < MostExpiryPages && !_dropped && !Line.IsPaused && Line.Circuit.State == CircuitState.Open; page++)
            {
                var items = await _node.Store.LoadAsync(Query(after, ExpiryPage, null), stop);
                var expired = Expired(items);
                foreach (var row in expired)
                    await GiveUpAsync(row, stop);

                // Answers that wait for others stand before older work: they are passed over.
                var now = _node.Now;
                var waiting = items.Count(i => i.Row.WaitsForOthers(now));
                if (items.Count < ExpiryPage || expired.Count + waiting < items.Count)
                    return;
                after = items[^1].Row.Id;
            }
        }
        catch (StoreUnavailableException)
        {
            // The next probe comes here again.
            _node.Metrics.StoreDown.Add(1);
        }
    }

    private List<DeliveryRow> Expired(IReadOnlyList<WorkItem> items)
    {
        var now = _node.Now;
        var config = _node.Config.Current;
        lock (_gate)
        {
            return
            [
                .. items.Select(i => i.Row)
                    .Where(r => !_book.Knows(r.Id) && RecoveryPolicy.GiveUpAt(_node.StateOf(r).AcceptedAt, config.PolicyOf(r.Tenant, r.Route).Retry) < now),
            ];
        }
    }

    private async Task GiveUpAsync(DeliveryRow row, CancellationToken stop)
    {
        var error = DeliveryErrors.Unreachable.At();
        var policy = _node.Config.Current.PolicyOf(row.Tenant, row.Route);
        var step = DeliverySaga.Apply(_node.StateOf(row) with { Attempts = row.Attempts - 1 }, new SagaEvent.SendFailed(error, null, 0), policy, _node.Now);
        var outcome = OutcomeForm.Of(row, step, Partition.Epoch, [OutcomeForm.DeadLetter(_node.Now, step.Code!, "The partner did not answer until the give-up time", null)]);
        var item = new OutcomeItem(this, new WorkEntry(row), null, outcome)
        {
            Written = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously),
        };
        while (!TryEnd(item))
            await _node.Outcomes.WaitForRoomAsync(stop);
        await item.Written.Task;
    }
}
