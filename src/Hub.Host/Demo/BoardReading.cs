using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Storage;

namespace Hub.Host.Demo;

/// <summary>Counts stored messages into lines and errors. Pure.</summary>
internal static class BoardReading
{
    private const int MostErrors = 6;

    /// <summary>One line per tenant and content, in the order of tenants and kinds.</summary>
    public static IReadOnlyList<BoardLine> Lines(IReadOnlyList<MessageView> messages, List<string> tenants) =>
    [
        .. messages.GroupBy(m => (m.Message.Tenant, m.Kind))
            .OrderBy(g => tenants.IndexOf(g.Key.Tenant)).ThenBy(g => g.Key.Kind)
            .Select(g => Line(g.Key.Tenant, g.Key.Kind, [.. g])),
    ];

    /// <summary>The latest errors, newest first.</summary>
    public static IReadOnlyList<BoardError> Errors(IReadOnlyList<MessageView> messages, Func<string, string, string> pseudonym) =>
    [
        .. messages.SelectMany(m => m.Deliveries.SelectMany(d => d.Events
                .Where(e => e.Kind is DeliveryEventKind.AttemptFailed or DeliveryEventKind.DeadLettered && e.Code is not null)
                .Select(e => (Message: m, Delivery: d.Row.Id, Event: e))))
            .OrderByDescending(x => x.Event.At)
            .Take(MostErrors)
            .Select(x => new BoardError(
                x.Event.At, x.Message.Message.Tenant, x.Delivery.ToString(), pseudonym(x.Message.Message.Tenant, x.Message.SourceId),
                x.Message.Kind.Name(), x.Event.Code!, x.Event.Kind == DeliveryEventKind.DeadLettered)),
    ];

    /// <summary>How long a delivery took from intake to its receipt; null when it is not delivered.</summary>
    public static TimeSpan? Took(DeliveryView delivery) =>
        delivery.Events.LastOrDefault(e => e.Kind == DeliveryEventKind.Delivered) is { } done ? done.At - delivery.Row.AcceptedAt : null;

    /// <summary>A percentile of times.</summary>
    public static TimeSpan? Percentile(IReadOnlyList<TimeSpan> sorted, double share) =>
        sorted.Count == 0 ? null : sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(sorted.Count * share) - 1)];

    private static BoardLine Line(string tenant, ContentKind kind, IReadOnlyList<MessageView> messages)
    {
        var deliveries = messages.SelectMany(m => m.Deliveries).ToList();
        var times = deliveries.Select(Took).OfType<TimeSpan>().Order().ToList();
        return new BoardLine(
            tenant,
            kind.Name(),
            deliveries.FirstOrDefault()?.Row.Route,
            messages.Count,
            deliveries.Count,
            deliveries.Count(d => d.Row.State == DeliveryState.Delivered),
            deliveries.Count(d => d.Row.State is DeliveryState.Pending or DeliveryState.AwaitingReceipt or DeliveryState.Held),
            deliveries.Count(d => d.Row.State is DeliveryState.DeadLettered or DeliveryState.Discarded),
            deliveries.Sum(d => Math.Max(0, d.Row.Attempts - 1)),
            Percentile(times, 0.5),
            Percentile(times, 0.99));
    }
}
