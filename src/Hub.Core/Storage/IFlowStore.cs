using Hub.Core.Content;

namespace Hub.Core.Storage;

/// <summary>How traffic flows, for maps and charts. Times of delivery are taken from a sample; everything else is counted. Nothing here names a patient.</summary>
public interface IFlowStore
{
    /// <summary>What went from whom to whom.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One edge per tenant, source, receiver, route and content that is known, also those without traffic in the period.</returns>
    Task<IReadOnlyList<FlowEdge>> FlowsAsync(FlowFilter filter, CancellationToken cancel);

    /// <summary>Figures over time.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="step">Width of a point; points begin at its multiples since 1970 (UTC).</param>
    /// <param name="metric">What is figured.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One point per step of the period, in order.</returns>
    Task<IReadOnlyList<SeriesPoint>> SeriesAsync(FlowFilter filter, TimeSpan step, SeriesMetric metric, CancellationToken cancel);
}

/// <summary>Which traffic.</summary>
/// <param name="Tenant">Tenant; null = all.</param>
/// <param name="From">Messages taken in at this moment or later.</param>
/// <param name="To">Messages taken in before this moment.</param>
public sealed record FlowFilter(string? Tenant, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Only what this partner sent or has a delivery of, and of the deliveries only its own: what a vendor may see.</summary>
    public string? Party { get; init; }

    /// <summary>Only from this source.</summary>
    public string? Source { get; init; }

    /// <summary>Only to this partner.</summary>
    public string? Partner { get; init; }
}

/// <summary>What went one way in a period.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Source">Sending partner.</param>
/// <param name="Partner">Receiving partner; null for messages without a delivery.</param>
/// <param name="Route">Route; null for messages without a delivery.</param>
/// <param name="Content">Kind of content.</param>
/// <param name="Accepted">Deliveries of messages taken in; messages where there is no receiver.</param>
/// <param name="Delivered">Of these delivered.</param>
/// <param name="Failed">Of these given up or discarded.</param>
/// <param name="Pending">Of these waiting, tried again, held, or waiting for a receipt.</param>
public sealed record FlowEdge(string Tenant, string Source, string? Partner, string? Route, ContentKind Content, long Accepted, long Delivered, long Failed, long Pending)
{
    /// <summary>Of the pending ones those whose last try failed.</summary>
    public long Retrying { get; init; }

    /// <summary>Within how many milliseconds half of a sample was delivered; null when none was.</summary>
    public long? P50Ms { get; init; }

    /// <summary>The same for 95 of 100.</summary>
    public long? P95Ms { get; init; }

    /// <summary>Since when the oldest of the pending ones waits: since it was taken in, or an operator last made it due.</summary>
    public DateTimeOffset? OldestPendingAt { get; init; }

    /// <summary>When the last of the sample was delivered.</summary>
    public DateTimeOffset? LastDeliveredAt { get; init; }

    /// <summary>When the last was given up.</summary>
    public DateTimeOffset? LastFailedAt { get; init; }
}

/// <summary>What a chart shows.</summary>
public enum SeriesMetric
{
    /// <summary>Messages taken in, by when they were.</summary>
    Volume,

    /// <summary>Within how many milliseconds deliveries arrived, by when their messages were taken in.</summary>
    Delay,

    /// <summary>For how many seconds the oldest delivery had waited at the end of the step.</summary>
    Age,

    /// <summary>Deliveries given up, by when they were.</summary>
    Failures,
}

/// <summary>One point of a chart.</summary>
/// <param name="At">Beginning of the step.</param>
/// <param name="Value">Count, seconds, or for delays the milliseconds within which half arrived; null where there is nothing to figure.</param>
/// <param name="P95">For delays: within which 95 of 100 arrived.</param>
public sealed record SeriesPoint(DateTimeOffset At, double? Value, double? P95 = null);
