using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Delivery.Observability;
using Hub.Delivery.Outcomes;
using Hub.Delivery.Ownership;

namespace Hub.Delivery.Pumping;

/// <summary>Moves deliveries that wait for somebody else: receipts that came, receipts that did not, holds that nobody ended.</summary>
internal sealed class Deadlines(NodeContext node, PartitionTable partitions)
{
    private const int Page = 200;

    /// <summary>Ends what is overdue.</summary>
    /// <returns>True when there was anything.</returns>
    public async Task<bool> PassAsync(IReadOnlyList<int> owned, CancellationToken stop)
    {
        var rows = await node.Store.OverdueAsync(owned, node.Now, Page, stop);
        foreach (var state in rows.GroupBy(r => r.State))
        {
            var steps = state.Select(r => (Row: r, Step: Apply(r, new SagaEvent.DeadlinePassed()))).Where(s => s.Step.Actions != SagaActions.None).ToList();
            await SettleAsync(steps, state.Key, DeliveryEventKind.DeadLettered, null, stop);
        }

        return rows.Count > 0;
    }

    /// <summary>A receipt came for a delivery that awaits one.</summary>
    /// <returns>False when the delivery does not await one (any more).</returns>
    public async Task<bool> ReceiptAsync(DeliveryRow row, HubError? refusal, string? detail, CancellationToken stop)
    {
        SagaEvent happened = refusal is null ? new SagaEvent.ReceiptPositive() : new SagaEvent.ReceiptNegative(refusal, (decimal)Random.Shared.NextDouble());
        var step = Apply(row, happened);
        if (step.Actions == SagaActions.None)
            return false;
        var settled = await SettleAsync([(row, step)], row.State, DeliveryEventKind.Receipt, detail, stop);
        if (!settled.Contains(row.Id))
            return false;
        if (step.Actions.HasFlag(SagaActions.Retry))
            partitions.DestinationOf(row.Partition, row.Tenant, row.Partner)?.Nudge(row.Lane);
        return true;
    }

    private SagaStep Apply(DeliveryRow row, SagaEvent happened) =>
        DeliverySaga.Apply(SagaState.Of(row), happened, node.Config.Current.PolicyOf(row.Tenant, row.Route), node.Now);

    private async Task<IReadOnlySet<DeliveryId>> SettleAsync(
        List<(DeliveryRow Row, SagaStep Step)> steps, DeliveryState expected, DeliveryEventKind kind, string? detail, CancellationToken stop)
    {
        if (steps.Count == 0)
            return new HashSet<DeliveryId>();
        var now = node.Now;
        var outcomes = steps.Select(s => OutcomeForm.Of(s.Row, s.Step, 0, [new DeliveryEvent(now, kind, s.Step.Code, detail)])).ToList();
        var settled = await node.Store.SettleAsync(outcomes, expected, stop);
        foreach (var (row, step) in steps)
        {
            if (!settled.Contains(row.Id))
                continue;
            if (step.State.State == DeliveryState.Delivered)
            {
                node.Events.Delivered(row.Tenant, row.Partner, row.Id);
            }
            else if (step.State.State == DeliveryState.DeadLettered)
            {
                Log.DeadLetter(node.Logger, row.Id.ToString(), row.Tenant, row.Partner, step.Code ?? "-");
                node.Events.DeadLettered(row.Tenant, row.Partner, row.Id, step.Code ?? "-");
            }
        }

        return settled;
    }
}
