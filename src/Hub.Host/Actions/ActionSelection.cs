using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Actions;

/// <summary>Finds what an action is about.</summary>
/// <param name="services">What it uses.</param>
internal sealed class ActionSelection(HubServices services)
{
    /// <summary>Messages that one action can be about at most.</summary>
    public const int Most = 100_000;

    private const int Page = 1000;

    /// <summary>Finds it and counts what would be done.</summary>
    /// <param name="verb">What is done.</param>
    /// <param name="target">To what.</param>
    /// <param name="alsoDelivered">Whether what has arrived is sent again as well.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The preview, or why there is none.</returns>
    public async Task<Result<ActionPreview>> PreviewAsync(ActVerb verb, ActionTarget target, bool alsoDelivered, CancellationToken cancel)
    {
        var selected = target.Filter is { } filter ? await FindAsync(filter, target.OnlyFailed, verb, cancel) : await NamedAsync(target, cancel);
        if (!selected.IsOk)
            return Result<ActionPreview>.Failed(selected.Errors);
        var now = services.Time.GetUtcNow();
        var tenants = services.Snapshots.Current;
        return ActionPreview.Of(
            verb, alsoDelivered, selected.Value, m => tenants.Tenant(m.Tenant)?.Retention is { } retention && retention.Bodies < now - DateTimeOffset.MinValue && m.AcceptedAt < now - retention.Bodies,
            services.Engine?.InFlight());
    }

    private async Task<Result<IReadOnlyList<Selected>>> FindAsync(MessageFilter filter, bool onlyFailed, ActVerb verb, CancellationToken cancel)
    {
        var found = new List<Selected>();
        var next = filter with { Limit = Page };
        while (true)
        {
            var page = await services.Store.SearchAsync(next, cancel);
            found.AddRange(page.Messages.Select(m => Of(m, filter, onlyFailed, verb)).OfType<Selected>());
            if (found.Count > Most)
                return OperatorErrors.SelectionTooLarge.At(detail: $"More than {Most} messages are selected");
            if (page.Next is null)
                return found;
            next = next with { Before = page.Next };
        }
    }

    private static Selected? Of(MessageHead message, MessageFilter filter, bool onlyFailed, ActVerb verb)
    {
        var deliveries = message.Deliveries
            .Where(d => !filter.AsksOfDelivery || filter.Fits(d)).Where(d => !onlyFailed || d.State is not (DeliveryState.Delivered or DeliveryState.Discarded)).ToList();
        if (verb == ActVerb.Replay)
            return deliveries.Count > 0 || !filter.AsksOfDelivery ? new Selected(message, message.Deliveries) : null;
        return deliveries.Count == 0 ? null : new Selected(message, deliveries);
    }

    // A delivery that is not there, or belongs to others, is told as such: nobody is left to believe that it was acted on.
    private async Task<Result<IReadOnlyList<Selected>>> NamedAsync(ActionTarget target, CancellationToken cancel)
    {
        var found = new List<Selected>();
        foreach (var message in target.Deliveries.Distinct().GroupBy(d => d.MessageId))
        {
            var page = await services.Store.SearchAsync(new MessageFilter(target.Tenant, message.Key + 1, 1), cancel);
            if (page.Messages is not [var head] || head.Id != message.Key)
                return OperatorErrors.NotFound.At("$.target.deliveries");
            var deliveries = head.Deliveries.Where(d => message.Contains(d.Id)).ToList();
            if (deliveries.Count != message.Count())
                return OperatorErrors.NotFound.At("$.target.deliveries");
            found.Add(new Selected(head, deliveries));
        }

        return found;
    }
}
