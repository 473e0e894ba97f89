using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery.Pauses;

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

    /// <summary>When a delivery is given up that has not arrived by then. Not told while it waits for a pause without an end: its time stands still.</summary>
    public const string GiveUp = "giveUp";

    /// <summary>The end of a pause, with which a delivery goes on.</summary>
    public const string PauseEnds = "pauseEnds";

    private const string Deadline = "deadline";

    /// <summary>Makes the list.</summary>
    /// <param name="view">The message.</param>
    /// <param name="tenant">Its tenant as configured now, by which it is given up; null when there is none any more.</param>
    /// <param name="pauses">How pauses hold up a delivery.</param>
    /// <returns>The entries: what has happened in its order, then what lies ahead in its order.</returns>
    public static IReadOnlyList<TimelineEntry> Of(MessageView view, TenantConfig? tenant, Func<DeliveryRow, PausedTimes> pauses)
    {
        var held = view.Deliveries.ToDictionary(d => d.Row.Id, d => IsUnderWay(d.Row) ? pauses(d.Row) : PausedTimes.None);
        var past = view.Deliveries.SelectMany(d => d.Events.Select(e => new TimelineEntry(e.At, OperatorViews.Name(e.Kind), d.Row.Id, e.Code, e.Detail, e.DurationMs)).Concat(Waits(d.Row, held[d.Row.Id])));
        var ahead = view.Deliveries.SelectMany(d => Ahead(d.Row, tenant, held[d.Row.Id]));
        return [new TimelineEntry(view.Message.AcceptedAt, "accepted"), .. past.OrderBy(e => e.At), .. ahead.OrderBy(e => e.At)];
    }

    // A delivery that has ended is held up by nothing that came later.
    private static bool IsUnderWay(DeliveryRow row) => row.State is DeliveryState.Pending or DeliveryState.AwaitingReceipt or DeliveryState.Held;

    private static IEnumerable<TimelineEntry> Waits(DeliveryRow row, PausedTimes paused)
    {
        for (var i = 0; i < paused.Spans.Count; i++)
        {
            var lasts = i == paused.Spans.Count - 1 && paused.Holding.Count > 0;
            yield return new TimelineEntry(paused.Spans[i].From, "paused", row.Id, Detail: lasts ? string.Join(", ", paused.Holding.Select(p => p.Target.Key)) : null);
            if (!lasts)
                yield return new TimelineEntry(paused.Spans[i].To, "resumed", row.Id);
        }
    }

    private static IEnumerable<TimelineEntry> Ahead(DeliveryRow row, TenantConfig? tenant, PausedTimes paused)
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
        var isPaused = row.State == DeliveryState.Pending && paused.Holding.Count > 0;
        if (paused.EndsAt is { } end && isPaused)
            yield return new TimelineEntry(end, Deadline, row.Id, Deadline: PauseEnds);

        // Nothing is tried before the pause is over.
        if (!isPaused)
            yield return new TimelineEntry(row.Due, Deadline, row.Id, Deadline: next);
        else if (paused.EndsAt is { } resumes)
            yield return new TimelineEntry(row.Due > resumes ? row.Due : resumes, Deadline, row.Id, Deadline: next);
        if (row.State != DeliveryState.Pending || tenant?.Routes.FirstOrDefault(r => r.Name == row.Route) is not { } route || (isPaused && paused.EndsAt is null))
            yield break;

        // The time of a pause that still lasts counts from now to its end.
        var still = isPaused ? paused.EndsAt!.Value - paused.At : TimeSpan.Zero;
        yield return new TimelineEntry(RecoveryPolicy.GiveUpAt(row.AcceptedAt + paused.Waited + still, route.Retry), Deadline, row.Id, Deadline: GiveUp);
    }
}
