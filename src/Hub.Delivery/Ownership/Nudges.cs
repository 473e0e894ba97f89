using Hub.Core.Deliveries;

namespace Hub.Delivery.Ownership;

/// <summary>Tells the owners of rows that changed behind their memory's back: here, or over the broker.</summary>
internal sealed class Nudges(PartitionTable partitions, NodeWays ways)
{
    public void Nudge(DeliveryRow row)
    {
        if (partitions.DestinationOf(row.Partition, row.Tenant, row.Partner) is { } destination)
            destination.Nudge(row);
        else
            ways.Hints.Nudge(row);
    }
}
