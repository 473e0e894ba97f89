using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Actions;

/// <summary>Carries one action out, a few at a time, no faster than it may go. What was done and how far it has come is written together.</summary>
/// <param name="services">What the node is made of.</param>
/// <param name="register">Where actions are kept.</param>
internal sealed class ActionRun(HubServices services, ActionRegister register)
{
    private const int BatchesPerSecond = 100;
    private const int MostAtOnce = 25;

    /// <summary>Goes on with an action until it ends, somebody ends it, or another node has it.</summary>
    /// <param name="action">The action.</param>
    /// <param name="stop">The node stops: it lets the action go after the few that are under way, and another goes on.</param>
    /// <returns>When this node has nothing more to do with it.</returns>
    public async Task RunAsync(StoredAction action, CancellationToken stop)
    {
        try
        {
            await GoOnAsync(action, stop);
        }
        finally
        {
            if (stop.IsCancellationRequested)
                await register.ReleaseAsync(action.Id, CancellationToken.None);
        }
    }

    private async Task GoOnAsync(StoredAction action, CancellationToken stop)
    {
        var size = Math.Clamp(action.PerSecond / BatchesPerSecond, 1, MostAtOnce);
        var (begin, first) = (services.Time.GetTimestamp(), action.Position);
        IReadOnlyList<DeliveryId> items = [];
        while (action.State == ActionState.Running && !stop.IsCancellationRequested && services.Engine is { } engine)
        {
            if (items.Count == 0)
                items = await register.ItemsAsync(action, stop);
            var batch = items.Take(size).ToList();
            var now = services.Time.GetUtcNow();
            var acts = action.Verb == ActVerb.Replay ? await PlanAsync(action, batch, stop) : [.. batch.Select(id => new ActItem(id))];
            var before = action;
            var outcomes = await services.Store.ActAsync(
                new ActBatch(action.Verb, acts, new OperatorAct(action.By, now, $"{action.Reason} (action {action.Id})"), action.Version, done => register.Progress(before.After(done, now)))
                {
                    HeldUntil = engine.HeldUntil,
                    AlsoDelivered = action.AlsoDelivered,
                },
                CancellationToken.None);
            if (outcomes is null)
                return;
            action = action.After(outcomes, now);
            items = [.. items.Skip(batch.Count)];
            engine.NudgeMany([.. outcomes.Where(o => o.IsOk).SelectMany(o => o.Value)]);
            var wait = TimeSpan.FromSeconds((double)(action.Position - first) / action.PerSecond) - services.Time.GetElapsedTime(begin);
            if (wait > TimeSpan.Zero && action.State == ActionState.Running)
                await Task.Delay(wait, services.Time, stop);
        }
    }

    private async Task<IReadOnlyList<ActItem>> PlanAsync(StoredAction action, List<DeliveryId> batch, CancellationToken stop)
    {
        var plans = await services.Engine!.PlanReplaysAsync([.. batch.Select(id => id.MessageId)], stop);
        return
        [
            .. batch.Zip(plans, (id, plan) => plan.IsOk
                ? new ActItem(id) { Decisions = plan.Value.Decisions, Deliveries = plan.Value.Deliveries, Refusal = action.Tenant is null || plan.Value.Tenant == action.Tenant ? null : OperatorErrors.NotFound.At() }
                : new ActItem(id) { Refusal = plan.Errors[0] }),
        ];
    }
}
