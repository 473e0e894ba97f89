using Hub.Core.Deliveries;
using Hub.Core.Storage;

namespace Hub.Host.Faces.Operators;

/// <summary>A try to send to a partner, or what came of it.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Event">What happened.</param>
internal sealed record RecentAttempt(DeliveryId Delivery, DeliveryEvent Event);

/// <summary>What happened last with deliveries to a partner.</summary>
internal static class RecentAttempts
{
    private const int Messages = 50;
    private const int Most = 50;

    /// <summary>Reads the latest.</summary>
    /// <param name="store">The store.</param>
    /// <param name="tenant">Tenant.</param>
    /// <param name="partner">Receiving partner.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What happened to deliveries of the latest messages, newest first.</returns>
    public static async Task<IReadOnlyList<RecentAttempt>> ReadAsync(IOperatorStore store, string tenant, string partner, CancellationToken cancel)
    {
        var messages = await store.ListAsync(new MessageFilter(tenant, null, Messages, Partner: partner), cancel);
        return
        [
            .. messages.SelectMany(m => m.Deliveries).Where(d => d.Row.Partner == partner)
                .SelectMany(d => d.Events.Select(e => new RecentAttempt(d.Row.Id, e)))
                .OrderByDescending(a => a.Event.At).Take(Most),
        ];
    }
}
