using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Routing;

namespace Hub.Core.Storage;

/// <summary>What operators see and do. Every change is written with its audit entry in the same transaction.</summary>
public interface IOperatorStore
{
    /// <summary>A message with its deliveries and their timelines; null when the tenant has no such message.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="tenant">The tenant it must belong to; null for an operator of all tenants.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The view or null.</returns>
    Task<MessageView?> FindAsync(long messageId, string? tenant, CancellationToken cancel);

    /// <summary>The latest messages and their deliveries, newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One page.</returns>
    Task<IReadOnlyList<MessageView>> ListAsync(MessageFilter filter, CancellationToken cancel);

    /// <summary>Opens what a message brought in and what was sent, sealed.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The sealed bodies; null when there is no such message.</returns>
    Task<StoredBodies?> BodiesAsync(long messageId, CancellationToken cancel);

    /// <summary>Opens what several messages brought in, sealed.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Those that are there, in the order of their numbers.</returns>
    Task<IReadOnlyList<StoredRaw>> RawsAsync(IReadOnlyList<long> messages, CancellationToken cancel);

    /// <summary>Makes a delivery pending again with the same bytes and the same idempotency key (redeliver).</summary>
    /// <param name="id">A dead-lettered, held or delivered delivery.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The row as it is now, or why not.</returns>
    Task<Result<DeliveryRow>> RedeliverAsync(DeliveryId id, OperatorAct act, CancellationToken cancel);

    /// <summary>Makes a delivery pending again without its document, under a new generation (remap).</summary>
    /// <param name="id">A dead-lettered or held delivery.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The row as it is now, or why not.</returns>
    Task<Result<DeliveryRow>> RemapAsync(DeliveryId id, OperatorAct act, CancellationToken cancel);

    /// <summary>Holds a delivery until it is released (park).</summary>
    /// <param name="id">A pending delivery.</param>
    /// <param name="until">When it is given up if nobody has released it.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The row as it is now, or why not.</returns>
    Task<Result<DeliveryRow>> ParkAsync(DeliveryId id, Func<DeliveryRow, DateTimeOffset> until, OperatorAct act, CancellationToken cancel);

    /// <summary>Makes a held delivery pending again (release).</summary>
    /// <param name="id">A held delivery.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The row as it is now, or why not.</returns>
    Task<Result<DeliveryRow>> ReleaseAsync(DeliveryId id, OperatorAct act, CancellationToken cancel);

    /// <summary>Takes a delivery out.</summary>
    /// <param name="id">A delivery that is not final, or dead-lettered.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The row as it is now, or why not.</returns>
    Task<Result<DeliveryRow>> DiscardAsync(DeliveryId id, OperatorAct act, CancellationToken cancel);

    /// <summary>Adds deliveries to a stored message (replay: the raw message through the current routes again).</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="decisions">What each route says now.</param>
    /// <param name="deliveries">Deliveries to add.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The new rows, or why not.</returns>
    Task<Result<IReadOnlyList<DeliveryRow>>> ReplayAsync(long messageId, IReadOnlyList<RouteDecision> decisions, IReadOnlyList<NewDelivery> deliveries, OperatorAct act, CancellationToken cancel);

    /// <summary>Counts for the ledger: accepted = delivered + dead-lettered + pending.</summary>
    /// <param name="tenant">One tenant; null = all.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The counts, read in one snapshot.</returns>
    Task<Ledger> LedgerAsync(string? tenant, CancellationToken cancel);
}

/// <summary>Who does something and why.</summary>
/// <param name="Who">Name of the operator or key.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in words without personal data.</param>
public sealed record OperatorAct(string Who, DateTimeOffset At, string Reason);

/// <summary>A message as operators see it: no patient, no body.</summary>
/// <param name="Message">The message.</param>
/// <param name="Kind">Kind of content.</param>
/// <param name="Category">Finer kind.</param>
/// <param name="Triage">Traffic light.</param>
/// <param name="SourceId">The source's id.</param>
/// <param name="Correlation">What ties it to others.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Decisions">What each route said: route name, partner, verdict.</param>
/// <param name="Notes">Repairs and fields left out.</param>
/// <param name="Deliveries">Deliveries in order.</param>
public sealed record MessageView(
    StoredMessage Message,
    ContentKind Kind,
    string? Category,
    Triage Triage,
    string SourceId,
    string? Correlation,
    DateTimeOffset OccurredAt,
    IReadOnlyList<StoredDecision> Decisions,
    IReadOnlyList<TimelineNote> Notes,
    IReadOnlyList<DeliveryView> Deliveries);

/// <summary>A route's verdict as stored.</summary>
/// <param name="Route">Route name.</param>
/// <param name="Partner">Receiving partner.</param>
/// <param name="Verdict">The verdict.</param>
public sealed record StoredDecision(string Route, string Partner, RouteVerdict Verdict);

/// <summary>A delivery as operators see it.</summary>
/// <param name="Row">The row.</param>
/// <param name="ErrorCode">Code of the last error, null when none.</param>
/// <param name="Receipt">The partner's reference, null when none.</param>
/// <param name="Document">Head of the document, null before mapping.</param>
/// <param name="Events">Timeline, oldest first.</param>
public sealed record DeliveryView(DeliveryRow Row, string? ErrorCode, string? Receipt, DocumentHead? Document, IReadOnlyList<DeliveryEvent> Events);

/// <summary>Sealed bodies of a message.</summary>
/// <param name="Tenant">Whose key opens them.</param>
/// <param name="SealedRaw">What came in; empty when retention has taken it.</param>
/// <param name="Documents">What was sent, by delivery.</param>
public sealed record StoredBodies(string Tenant, ReadOnlyMemory<byte> SealedRaw, IReadOnlyDictionary<DeliveryId, ReadOnlyMemory<byte>> Documents);

/// <summary>A message with what it came in, sealed.</summary>
/// <param name="Message">The message.</param>
/// <param name="SealedRaw">What came in; empty when retention has taken it.</param>
public sealed record StoredRaw(StoredMessage Message, ReadOnlyMemory<byte> SealedRaw);

/// <summary>The ledger. Deliveries are counted; messages that made none are beside it.</summary>
/// <param name="Accepted">Deliveries made.</param>
/// <param name="Delivered">Delivered with their receipt.</param>
/// <param name="DeadLettered">Given up or discarded.</param>
/// <param name="Pending">Waiting, in flight, held or awaiting a receipt.</param>
/// <param name="Messages">Messages taken in.</param>
/// <param name="Unrouted">Messages that made no delivery.</param>
public sealed record Ledger(long Accepted, long Delivered, long DeadLettered, long Pending, long Messages, long Unrouted)
{
    /// <summary>True when everything that was accepted is accounted for.</summary>
    public bool Balances => Accepted == Delivered + DeadLettered + Pending;
}
