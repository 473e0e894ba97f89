using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Delivery.Outcomes;

namespace Hub.Delivery.Pumping;

/// <summary>Moves deliveries that wait for somebody else: receipts that did not come, holds that nobody ended.</summary>
internal sealed class Deadlines(NodeContext node, Settler settler)
{
    private const int Page = 200;

    /// <summary>Ends what is overdue, or sends it again.</summary>
    /// <returns>True when there was anything.</returns>
    public async Task<bool> PassAsync(IReadOnlyList<int> owned, CancellationToken stop)
    {
        var rows = await node.Store.OverdueAsync(owned, node.Now, Page, stop);
        foreach (var state in rows.GroupBy(r => r.State))
        {
            var steps = state.Select(r => (Row: r, Step: settler.Decide(r, new SagaEvent.DeadlinePassed())))
                .Where(s => s.Step.Actions != SagaActions.None)
                .Select(s => (s.Row, s.Step, Told(s.Step)))
                .ToList();
            await settler.SettleAsync(steps, state.Key, stop);
        }

        return rows.Count > 0;
    }

    private DeliveryEvent Told(in SagaStep step) => step.State.State == DeliveryState.Pending
        ? new DeliveryEvent(node.Now, DeliveryEventKind.AttemptFailed, DeliveryErrors.SentAgain.Code, $"no acknowledgment in time: sent again (sent {step.State.Receipts.Sends} times so far)")
        : new DeliveryEvent(node.Now, DeliveryEventKind.DeadLettered, step.Code);
}
