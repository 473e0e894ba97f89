using Hub.Core.Deliveries;

namespace Hub.Delivery.Broker;

/// <summary>Tells the owner of a partition that there is work for it. A hint may be lost: the owner's pump finds the work anyway, only later.</summary>
internal interface IHints
{
    /// <summary>A new delivery.</summary>
    void Send(int partition, string tenant, string partner, DeliveryId id);

    /// <summary>An operator acted on a delivery.</summary>
    void Nudge(DeliveryRow row);
}

/// <summary>Without a broker owners look for themselves.</summary>
internal sealed class NoHints : IHints
{
    public static NoHints Instance { get; } = new();

    public void Send(int partition, string tenant, string partner, DeliveryId id)
    {
    }

    public void Nudge(DeliveryRow row)
    {
    }
}
