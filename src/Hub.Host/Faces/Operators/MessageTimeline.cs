using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Host.Faces.Operators;

/// <summary>One list from intake to the last receipt over all deliveries of a message, with what lies ahead of those that have not ended. Pure.</summary>
internal static class MessageTimeline
{
    /// <summary>The next try of a delivery that waits for its turn.</summary>
    public const string NextTry = "nextTry";

    /// <summary>The end of waiting for a receipt: the same is sent again, or the delivery is given up.</summary>
    public const string ReceiptDue = "receiptDue";

    /// <summary>The end of a hold, with which the delivery is given up.</summary>
    public const string HoldEnds = "holdEnds";

    /// <summary>When a delivery is given up that has not arrived by then.</summary>
    public const string GiveUp = "giveUp";

    /// <summary>Makes the list.</summary>
    /// <param name="view">The message.</param>
    /// <param name="tenant">Its tenant as configured now, by which it is given up; null when there is none any more.</param>
    /// <returns>The entries: what has happened in its order, then what lies ahead in its order.</returns>
    public static IReadOnlyList<TimelineEntry> Of(MessageView view, TenantConfig? tenant)
    {
        var past = view.Deliveries.SelectMany(d => d.Events.Select(e => new TimelineEntry(e.At, OperatorViews.Name(e.Kind), d.Row.Id, e.Code, e.Detail, e.DurationMs)));
        var ahead = view.Deliveries.SelectMany(d => Ahead(d.Row, tenant));
        return [new TimelineEntry(view.Message.AcceptedAt, "accepted"), .. past.OrderBy(e => e.At), .. ahead.OrderBy(e => e.At)];
    }

    private static IEnumerable<TimelineEntry> Ahead(DeliveryRow row, TenantConfig? tenant)
    {
        var next = row.State switch
        {
            DeliveryState.Pending => NextTry,
            DeliveryState.AwaitingReceipt => ReceiptDue,
            DeliveryState.Held => HoldEnds,
            _ => null,
        };
        if (next is null)
            yield break;
        yield return new TimelineEntry(row.Due, "deadline", row.Id, Deadline: next);
        if (row.State == DeliveryState.Pending && tenant?.Routes.FirstOrDefault(r => r.Name == row.Route) is { } route)
            yield return new TimelineEntry(RecoveryPolicy.GiveUpAt(row.AcceptedAt, route.Retry), "deadline", row.Id, Deadline: GiveUp);
    }
}
