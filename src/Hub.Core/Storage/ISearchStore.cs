using Hub.Core.Content;
using Hub.Core.Deliveries;

namespace Hub.Core.Storage;

/// <summary>Finds messages among millions, and counts what failed. Nothing here names a patient.</summary>
public interface ISearchStore
{
    /// <summary>Messages, newest first. One call does a bounded amount of work: a page may hold fewer messages than asked for, even none, and still have a next one.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One page.</returns>
    Task<MessagePage> SearchAsync(MessageFilter filter, CancellationToken cancel);

    /// <summary>Deliveries that failed and have not arrived since, by what is wrong with them: the largest groups first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The groups.</returns>
    Task<IReadOnlyList<FailureGroup>> FailuresAsync(FailureFilter filter, CancellationToken cancel);
}

/// <summary>One page of messages.</summary>
/// <param name="Messages">Newest first.</param>
/// <param name="Next">Where the next page begins (<see cref="MessageFilter.Before"/>); null when there is none.</param>
public sealed record MessagePage(IReadOnlyList<MessageHead> Messages, long? Next);

/// <summary>What a list shows of a message.</summary>
/// <param name="Id">Number.</param>
/// <param name="Tenant">Tenant.</param>
/// <param name="Source">Sending partner.</param>
/// <param name="SourceId">The source's id.</param>
/// <param name="Content">Kind of content.</param>
/// <param name="Category">Finer kind, null when none.</param>
/// <param name="Triage">Traffic light.</param>
/// <param name="AcceptedAt">When it was taken in.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Correlation">What ties it to others, null when nothing.</param>
/// <param name="Deliveries">Its deliveries in order.</param>
public sealed record MessageHead(
    long Id,
    string Tenant,
    string Source,
    string SourceId,
    ContentKind Content,
    string? Category,
    Triage Triage,
    DateTimeOffset AcceptedAt,
    DateTimeOffset OccurredAt,
    string? Correlation,
    IReadOnlyList<DeliveryHead> Deliveries);

/// <summary>What a list shows of a delivery.</summary>
/// <param name="Id">Which.</param>
/// <param name="Route">Route that made it.</param>
/// <param name="Partner">Receiving partner.</param>
/// <param name="Mapping">Mapping.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="Error">Code of the last error, null when none.</param>
/// <param name="Due">When the next thing happens; null when it is final.</param>
public sealed record DeliveryHead(DeliveryId Id, string Route, string Partner, string Mapping, DeliveryState State, int Attempts, string? Error, DateTimeOffset? Due);

/// <summary>Which failures to count. All that are set must hold.</summary>
/// <param name="Tenant">Tenant; null = all.</param>
public sealed record FailureFilter(string? Tenant)
{
    /// <summary>To this partner.</summary>
    public string? Partner { get; init; }

    /// <summary>By this route.</summary>
    public string? Route { get; init; }

    /// <summary>With this code.</summary>
    public string? Code { get; init; }

    /// <summary>Seen at this moment or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Seen before this moment.</summary>
    public DateTimeOffset? To { get; init; }
}

/// <summary>Deliveries that fail in the same way.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Partner">Receiving partner.</param>
/// <param name="Route">Route.</param>
/// <param name="Code">Code of the last error.</param>
/// <param name="Count">How many.</param>
/// <param name="DeadLettered">How many of them were given up; the others are still tried, held or wait for a receipt.</param>
/// <param name="FirstSeen">When the first of them was given up, or taken in as long as it is not given up.</param>
/// <param name="LastSeen">The same of the last.</param>
/// <param name="Examples">At most three of their messages, the latest first.</param>
public sealed record FailureGroup(
    string Tenant, string Partner, string Route, string Code, long Count, long DeadLettered, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, IReadOnlyList<long> Examples);
