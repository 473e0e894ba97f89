namespace Hub.Core.Storage;

/// <summary>How partners and nodes fare, seen over all nodes. Counts and instants only: no patient, no id of a message.</summary>
public interface IHealthStore
{
    /// <summary>The time by the database's clock, which all nodes share. SQLite has no other clock than the process.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The time.</returns>
    Task<DateTimeOffset> ClockAsync(CancellationToken cancel);

    /// <summary>Writes what a node knows. Contacts take the place of what the same node wrote about the same partner before; the others stay.</summary>
    /// <param name="report">The report.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When durable.</returns>
    Task ReportAsync(NodeReport report, CancellationToken cancel);

    /// <summary>What nodes wrote last of themselves, by name; nodes that are gone stay until they are forgotten.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One entry per node.</returns>
    Task<IReadOnlyList<StoredNode>> NodesAsync(CancellationToken cancel);

    /// <summary>What nodes know of partners: one entry per partner and node that had to do with it.</summary>
    /// <param name="tenant">One tenant; null = all.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The contacts, by tenant, partner and node.</returns>
    Task<IReadOnlyList<Contact>> ContactsAsync(string? tenant, CancellationToken cancel);

    /// <summary>What waits to be sent, per partner. Answers that wait for other deliveries do not count.</summary>
    /// <param name="atMost">No partition of a partner is counted further than this.</param>
    /// <param name="pausedRoutes">Routes whose deliveries an operator lets wait, by tenant.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One entry per partner for which something waits.</returns>
    Task<IReadOnlyList<WaitingCount>> WaitingAsync(int atMost, IReadOnlyDictionary<string, IReadOnlyList<string>> pausedRoutes, CancellationToken cancel);

    /// <summary>Deliveries that await a receipt, or are held, and whose due time passed before a moment: nobody looked at them when it was time.</summary>
    /// <param name="before">The moment.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One entry per partner that has any; <see cref="PartnerCount.Since"/> is the earliest due time.</returns>
    Task<IReadOnlyList<PartnerCount>> StuckAsync(DateTimeOffset before, CancellationToken cancel);

    /// <summary>Dead letters nobody has acted on, of messages accepted since a moment.</summary>
    /// <param name="accepted">The moment.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One entry per partner that has any; <see cref="PartnerCount.Since"/> is when the latest of them died, where that is known.</returns>
    Task<IReadOnlyList<PartnerCount>> DeadAsync(DateTimeOffset accepted, CancellationToken cancel);
}

/// <summary>What a node knows of itself and of the partners it has to do with.</summary>
/// <param name="Node">Name of the node.</param>
/// <param name="At">When, by the node's clock.</param>
/// <param name="Facts">What it says of itself, in JSON.</param>
/// <param name="Contacts">What has changed since its last report; each partner once.</param>
public sealed record NodeReport(string Node, DateTimeOffset At, string Facts, IReadOnlyList<Contact> Contacts)
{
    /// <summary>True for the first report after a start and the last before a stop: what the node thought of circuits before counts no longer. Default false.</summary>
    public bool IsFresh { get; init; }
}

/// <summary>What a node wrote last of itself.</summary>
/// <param name="Node">Its name.</param>
/// <param name="At">When, by its own clock.</param>
/// <param name="Facts">What it says of itself, in JSON.</param>
public sealed record StoredNode(string Node, DateTimeOffset At, string Facts);

/// <summary>How one node last had to do with a partner; null where it never did.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Partner">Partner.</param>
/// <param name="Node">The node.</param>
public sealed record Contact(string Tenant, string Partner, string Node)
{
    /// <summary>When the partner was first known to the node.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>When a message of the partner was last taken in.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>When a delivery to it last went through.</summary>
    public DateTimeOffset? SucceededAt { get; init; }

    /// <summary>When a try last failed.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Code of that failure.</summary>
    public string? Error { get; init; }

    /// <summary>State of its circuit on the node: <c>closed</c>, <c>open</c> or <c>halfOpen</c>; null when the node does not deliver to it.</summary>
    public string? Circuit { get; init; }

    /// <summary>When the circuit came into that state.</summary>
    public DateTimeOffset? CircuitSince { get; init; }

    /// <summary>How far the partner's clock is ahead of the node's, as its answers said last; null when they did not.</summary>
    public TimeSpan? Ahead { get; init; }
}

/// <summary>What waits for one partner.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Partner">Partner.</param>
/// <param name="Count">How many; more when a partition was not counted to its end.</param>
/// <param name="OldestAt">When the oldest of them was taken in, or an operator made it wait anew.</param>
public sealed record WaitingCount(string Tenant, string Partner, long Count, DateTimeOffset OldestAt)
{
    /// <summary>How many of them wait because their route is paused. Default 0.</summary>
    public long Paused { get; init; }

    /// <summary>When the oldest of the others was taken in; null when all are paused. Default <see cref="OldestAt"/>.</summary>
    public DateTimeOffset? OldestUnpausedAt { get; init; } = OldestAt;
}

/// <summary>Deliveries to one partner of some kind.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Partner">Partner.</param>
/// <param name="Count">How many.</param>
/// <param name="Since">An instant that belongs to them; null when it is not known.</param>
public sealed record PartnerCount(string Tenant, string Partner, long Count, DateTimeOffset? Since);
