using Hub.Core.Adapters;
using Hub.Core.Tenants;
using Hub.Delivery.Pauses;

namespace Hub.Host.Health;

/// <summary>How a partner fares, in one word.</summary>
internal enum PartnerState
{
    /// <summary>Messages flow.</summary>
    Ok,

    /// <summary>It takes deliveries, but some have waited longer than they may.</summary>
    Slow,

    /// <summary>It does not answer: its circuit is open, or its feed cannot be read.</summary>
    Down,

    /// <summary>An operator lets all its deliveries wait.</summary>
    Paused,

    /// <summary>Something was expected from it and did not come.</summary>
    Silent,

    /// <summary>Nothing has gone either way for a day.</summary>
    Idle,
}

/// <summary>How a partner of a tenant fares, over all nodes.</summary>
/// <param name="Partner">The partner as configured.</param>
/// <param name="State">In one word.</param>
internal sealed record PartnerHealth(PartnerConfig Partner, PartnerState State)
{
    /// <summary>State of its circuit; null when nothing is delivered to it.</summary>
    public string? Circuit { get; init; }

    /// <summary>Since when it is down, silent or paused; null when none of these or not known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Deliveries that wait.</summary>
    public long Waiting { get; init; }

    /// <summary>How many of them an operator lets wait.</summary>
    public long WaitingPaused { get; init; }

    /// <summary>When the oldest of all that waits was taken in.</summary>
    public DateTimeOffset? OldestWaitingAt { get; init; }

    /// <summary>When the oldest was taken in that no operator lets wait; null when there is none. This is what must not grow old.</summary>
    public DateTimeOffset? OldestUnpausedAt { get; init; }

    /// <summary>When a delivery last went through, or its feed was read to its end.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>When a try last failed.</summary>
    public DateTimeOffset? LastFailureAt { get; init; }

    /// <summary>Code of that failure.</summary>
    public string? LastError { get; init; }

    /// <summary>When a message of it was last taken in.</summary>
    public DateTimeOffset? LastReceivedAt { get; init; }

    /// <summary>How far its clock is ahead; null when not known.</summary>
    public TimeSpan? Ahead { get; init; }

    /// <summary>Certificates that its messages need.</summary>
    public IReadOnlyList<CertificateUse> Certificates { get; init; } = [];

    /// <summary>Routes that deliver to it, in file order.</summary>
    public IReadOnlyList<string> Routes { get; init; } = [];

    /// <summary>What lets deliveries to it wait: pauses of its tenant, of itself and of routes that deliver to it.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>True when it may only seem to fare well: the node that knew better has just started.</summary>
    public bool Unsure { get; init; }
}
