using Hub.Core.Deliveries;

namespace Hub.Simulators.Gerica;

/// <summary>Reads the hub's idempotency keys (<c>installation-message.no-generation</c>), to know the order in which the hub took things in.</summary>
internal static class DeliveryKey
{
    public static DeliveryId? Delivery(string key)
    {
        var first = key.IndexOf('-', StringComparison.Ordinal);
        var last = key.LastIndexOf('-');
        return first > 0 && last > first && DeliveryId.TryParse(key[(first + 1)..last], out var id) ? id : null;
    }
}
