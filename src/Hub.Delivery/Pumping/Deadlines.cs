using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Delivery.Outcomes;

namespace Hub.Delivery.Pumping;

/// <summary>Moves deliveries that wait for somebody else: receipts that did not come, holds that nobody ended.</summary>
internal sealed class Deadlines(NodeContext node, Settler settler)
{
    private const int Page = 200;

    // Of what is held in a pause nobody is asked to decide; this much time is left when the pause is over.
    private static readonly TimeSpan HeldLonger = TimeSpan.FromDays(1);

    /// <summary>Ends what is overdue, or sends it again.</summary>
    /// <returns>True when there was anything.</returns>
    public async Task<bool> PassAsync(IReadOnlyList<int> owned, CancellationToken stop)
    {
        var rows = await node.Store.OverdueAsync(owned, node.Now, Page, stop);
        foreach (var state in rows.GroupBy(r => r.State))
        {
            var steps = state.Where(r => !IsPaused(r)).Select(r => (Row: r, Step: settler.Decide(r, new SagaEvent.DeadlinePassed())))
                .Where(s => s.Step.Actions != SagaActions.None)
                .Select(s => (s.Row, s.Step, Told(s.Step)))
                .Concat(state.Where(IsPaused).Select(r => (Row: r, Later(r), new DeliveryEvent(node.Now, DeliveryEventKind.Operator, null, "held for longer, since it is paused"))))
                .ToList();
            await settler.SettleAsync(steps, state.Key, stop);
        }

        return rows.Count > 0;
    }

    private bool IsPaused(DeliveryRow row) => row.State == DeliveryState.Held && node.Pauses.Holds(row, node.Now);

    private SagaStep Later(DeliveryRow row) => new(SagaState.Of(row) with { Due = node.Now + HeldLonger }, SagaActions.Write);

    private DeliveryEvent Told(in SagaStep step) => step.State.State == DeliveryState.Pending
        ? new DeliveryEvent(node.Now, DeliveryEventKind.AttemptFailed, DeliveryErrors.SentAgain.Code, $"no acknowledgment in time: sent again (sent {step.State.Receipts.Sends} times so far)")
        : new DeliveryEvent(node.Now, DeliveryEventKind.DeadLettered, step.Code);
}
