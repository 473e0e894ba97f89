using Hub.Delivery.Ownership;
using Hub.Delivery.Sending;

namespace Hub.Delivery;

/// <summary>Puts a node's status together.</summary>
internal static class StatusReport
{
    public static NodeStatus Of(NodeContext node, PartitionTable partitions, NodeWays ways, int intakeWaiting) => new(
        node.Settings.Node,
        ways.Ownership.Name,
        ways.BrokerConnected,
        partitions.Owned,
        intakeWaiting,
        node.Outcomes.Unwritten,
        [.. partitions.Lines.Select(Of).OrderBy(p => p.Tenant, StringComparer.Ordinal).ThenBy(p => p.Partner, StringComparer.Ordinal)]);

    private static PartnerStatus Of(PartnerLine line)
    {
        var destinations = line.Destinations;
        return new PartnerStatus(
            line.Tenant,
            line.Partner,
            line.Circuit.State,
            line.Circuit.Since,
            destinations.Sum(d => d.InFlight),
            destinations.Sum(d => d.Waiting),
            destinations.All(d => d.CaughtUp),
            destinations.Select(d => d.Oldest).Min(),
            line.Circuit.LastSuccess);
    }
}
