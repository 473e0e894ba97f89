using Hub.Core.Deliveries;

namespace Hub.Delivery.Broker;

/// <summary>Tells other systems what happens. Never blocks and never fails: an event that cannot be kept is dropped and counted.</summary>
internal interface IHubEvents
{
    void Accepted(string tenant, string source, int messages);

    void Delivered(string tenant, string partner, DeliveryId id);

    void DeadLettered(string tenant, string partner, DeliveryId id, string code);

    void PartnerDown(string tenant, string partner);

    void PartnerUp(string tenant, string partner);
}

/// <summary>Without a broker nobody listens.</summary>
internal sealed class NoEvents : IHubEvents
{
    public static NoEvents Instance { get; } = new();

    public void Accepted(string tenant, string source, int messages)
    {
    }

    public void Delivered(string tenant, string partner, DeliveryId id)
    {
    }

    public void DeadLettered(string tenant, string partner, DeliveryId id, string code)
    {
    }

    public void PartnerDown(string tenant, string partner)
    {
    }

    public void PartnerUp(string tenant, string partner)
    {
    }
}
