using Hub.Core.Deliveries;

namespace Hub.Delivery.Broker;

/// <summary>Tells the owner of a partition that there is work for it. A hint may be lost: the owner's pump finds the work anyway, only later.</summary>
internal interface IHints
{
    void Send(int partition, string tenant, string partner, DeliveryId id);
}

/// <summary>Without a broker owners look for themselves.</summary>
internal sealed class NoHints : IHints
{
    public static NoHints Instance { get; } = new();

    public void Send(int partition, string tenant, string partner, DeliveryId id)
    {
    }
}
