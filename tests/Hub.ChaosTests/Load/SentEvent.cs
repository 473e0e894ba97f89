namespace Hub.ChaosTests.Load;

/// <summary>One event in the vendor's own account.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Patient">About whom.</param>
/// <param name="EventId">The vendor's id.</param>
internal sealed record SentEvent(string Tenant, string Patient, string EventId)
{
    private readonly List<Try> _tries = [];

    /// <summary>The hub's number for it; null until it was answered 202 or 200.</summary>
    public long? MessageId { get; set; }

    /// <summary>How often it was posted.</summary>
    public int Posts { get; set; }

    /// <summary>What became of each post, in order.</summary>
    public IReadOnlyList<Try> Tries => _tries;

    /// <summary>Whether the sender goes through a balancer, which sends nothing to a node that is not ready.</summary>
    public bool IsBalanced { get; init; }

    public void Add(Try one) => _tries.Add(one);

    /// <summary>A 4xx: the hub said that it does not have it.</summary>
    public int? Refused { get; set; }
}
