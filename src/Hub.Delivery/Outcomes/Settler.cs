using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Delivery.Observability;
using Hub.Delivery.Ownership;

namespace Hub.Delivery.Outcomes;

/// <summary>Writes what a receipt or a passed deadline did, and tells those who wait for it: the owner, the answer to the source, other systems.</summary>
internal sealed class Settler(NodeContext node, Nudges nudges, AnswerCaller answers)
{
    /// <summary>What an event does to a row as it was read.</summary>
    public SagaStep Decide(DeliveryRow row, SagaEvent happened) =>
        DeliverySaga.Apply(node.StateOf(row), happened, node.Config.Current.PolicyOf(row.Tenant, row.Route), node.Now);

    /// <summary>Writes steps of rows that were read in one state.</summary>
    /// <returns>Those that nobody else had moved meanwhile.</returns>
    public async Task<IReadOnlySet<DeliveryId>> SettleAsync(
        IReadOnlyList<(DeliveryRow Row, SagaStep Step, DeliveryEvent Told)> steps, DeliveryState read, CancellationToken cancel)
    {
        if (steps.Count == 0)
            return new HashSet<DeliveryId>();
        var outcomes = steps.Select(s => OutcomeForm.Of(s.Row, s.Step, 0, [s.Told]) with { ErrorCode = ErrorOf(s.Step, s.Told) }).ToList();
        var settled = await node.Store.SettleAsync(outcomes, read, cancel);
        foreach (var (row, step, _) in steps)
        {
            if (settled.Contains(row.Id))
                Tell(row, step);
        }

        return settled;
    }

    // While it waits to be sent again the row says why.
    private static string? ErrorOf(in SagaStep step, DeliveryEvent told) => step.Code ?? (step.State.State == DeliveryState.Pending ? told.Code : null);

    private void Tell(DeliveryRow row, in SagaStep step)
    {
        var state = step.State.State;
        if (state != row.State || step.Actions.HasFlag(SagaActions.Retry))
            node.Metrics.Ended(row with { State = state }, node.Now);
        if (state == DeliveryState.Delivered && row.State != state)
        {
            node.Events.Delivered(row.Tenant, row.Partner, row.Id);
        }
        else if (step.Actions.HasFlag(SagaActions.TellDeadLetter))
        {
            Log.DeadLetter(node.Logger, row.Id.ToString(), row.Tenant, row.Partner, step.Code ?? "-");
            node.Events.DeadLettered(row.Tenant, row.Partner, row.Id, step.Code ?? "-");
        }

        // Pending before or after: the owner's memory holds something else.
        if (state == DeliveryState.Pending || row.State == DeliveryState.Pending)
            nudges.Nudge(row);
        answers.Moved(row, state);
    }
}
