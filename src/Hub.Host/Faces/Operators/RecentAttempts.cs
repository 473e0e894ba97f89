using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Host.Health;

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
    /// <param name="partner">Receiving partner.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What happened to deliveries of the latest messages, of the latest that arrived and of the latest that failed as the partner's last try did, newest first.</returns>
    public static async Task<IReadOnlyList<RecentAttempt>> ReadAsync(IOperatorStore store, PartnerHealth partner, CancellationToken cancel)
    {
        var name = partner.Partner.Name;
        var all = new MessageFilter(partner.Partner.Tenant, null, Messages, Partner: name);
        List<MessageFilter> asked = [all, all with { State = DeliveryState.Delivered }];
        if (partner.LastError is { } code)
            asked.Add(all with { Error = code });

        // While a partner is down the latest messages wait untried behind those that were tried.
        var found = new Dictionary<DeliveryId, DeliveryView>();
        foreach (var filter in asked)
        {
            foreach (var delivery in (await store.ListAsync(filter, cancel)).SelectMany(m => m.Deliveries).Where(d => d.Row.Partner == name))
                found[delivery.Row.Id] = delivery;
        }

        return [.. found.Values.SelectMany(d => d.Events.Select(e => new RecentAttempt(d.Row.Id, e))).OrderByDescending(a => a.Event.At).Take(Most)];
    }
}
