namespace Hub.Delivery;

/// <summary>What a node is doing right now, for health checks and operators.</summary>
/// <param name="Node">Name of the node.</param>
/// <param name="Ownership">How partitions are owned: <c>in-process</c>, <c>advisory-locks</c> or <c>single-active-consumer</c>.</param>
/// <param name="BrokerConnected">Whether the broker is connected; null when none is configured.</param>
/// <param name="Partitions">Owned partitions, ascending.</param>
/// <param name="IntakeWaiting">Requests that wait for the intake writer.</param>
/// <param name="OutcomesWaiting">Outcomes that wait to be written.</param>
/// <param name="Partners">Partners this node delivers to.</param>
public sealed record NodeStatus(
    string Node,
    string Ownership,
    bool? BrokerConnected,
    IReadOnlyList<int> Partitions,
    int IntakeWaiting,
    int OutcomesWaiting,
    IReadOnlyList<PartnerStatus> Partners);

/// <summary>How deliveries to one partner are going on this node.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Partner">Partner.</param>
/// <param name="Circuit">State of its circuit.</param>
/// <param name="CircuitSince">When the circuit came into that state.</param>
/// <param name="InFlight">Deliveries being sent.</param>
/// <param name="Waiting">Deliveries waiting in memory; more may wait in the database.</param>
/// <param name="CaughtUp">False while more waits in the database than in memory.</param>
/// <param name="OldestWaiting">When the oldest one that waits in memory was taken in, those aside that an operator lets wait; null when none waits.</param>
/// <param name="LastSuccess">When a delivery last went through; null when none has since the start.</param>
public sealed record PartnerStatus(
    string Tenant,
    string Partner,
    CircuitState Circuit,
    DateTimeOffset CircuitSince,
    int InFlight,
    int Waiting,
    bool CaughtUp,
    DateTimeOffset? OldestWaiting,
    DateTimeOffset? LastSuccess);

/// <summary>State of a partner's circuit.</summary>
public enum CircuitState
{
    /// <summary>Deliveries flow.</summary>
    Closed,

    /// <summary>The partner is down; its destinations are parked and it is probed.</summary>
    Open,

    /// <summary>One real delivery is on its way to find out.</summary>
    HalfOpen,
}
