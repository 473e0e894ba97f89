using Hub.Core.Deliveries;

namespace Hub.Core.Storage;

/// <summary>Reads due work and writes outcomes. What the owner of a partition writes names the partition's epoch: a stale owner is refused (fencing).</summary>
public interface IDeliveryStore
{
    /// <summary>Reads pending deliveries of one destination (partition and partner) in the order of acceptance, whether due or not.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>At most <see cref="WorkQuery.Limit"/> items with their sealed bodies. Fewer than that means: there were no more.</returns>
    Task<IReadOnlyList<WorkItem>> LoadAsync(WorkQuery query, CancellationToken cancel);

    /// <summary>The destinations that have pending deliveries in the given partitions: finds work after a restart, what other nodes took in, and partners that the configuration no longer has. Asked several times a second, so its cost must follow the number of destinations, not of deliveries.</summary>
    /// <param name="partitions">Which partitions.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Destinations with work.</returns>
    Task<IReadOnlyList<DestinationBacklog>> BacklogAsync(IReadOnlyList<int> partitions, CancellationToken cancel);

    /// <summary>Number of the latest message; tells cheaply whether another node took something in.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The number, 0 when there is none.</returns>
    Task<long> LatestMessageAsync(CancellationToken cancel);

    /// <summary>Lanes of a destination that hold a dead letter of one of the given routes (routes whose dead letters park the lane), with the earliest such dead letter.</summary>
    /// <param name="partition">Partition.</param>
    /// <param name="tenant">Tenant.</param>
    /// <param name="partner">Receiving partner.</param>
    /// <param name="routes">Route names; at least one.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Lane to earliest dead letter. Discarded deliveries do not count.</returns>
    Task<IReadOnlyDictionary<long, DeliveryId>> DeadLanesAsync(int partition, string tenant, string partner, IReadOnlyList<string> routes, CancellationToken cancel);

    /// <summary>Writes outcomes of many deliveries in one transaction. A row that is no longer pending (an operator took it out meanwhile) keeps its state; the timeline gets its events all the same.</summary>
    /// <param name="outcomes">Outcomes; each delivery at most once, of any partitions.</param>
    /// <param name="cancel">Gives up waiting; the transaction may still commit.</param>
    /// <returns>Partitions whose epoch was stale: none of their outcomes were written.</returns>
    /// <exception cref="StoreUnavailableException">The database does not answer.</exception>
    Task<IReadOnlySet<int>> CommitAsync(IReadOnlyList<DeliveryOutcome> outcomes, CancellationToken cancel);

    /// <summary>Deliveries of the given partitions that await a receipt, or are held, and whose due time has passed.</summary>
    /// <param name="partitions">Which partitions.</param>
    /// <param name="now">The time now.</param>
    /// <param name="limit">At most so many, the longest overdue first.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Their rows.</returns>
    Task<IReadOnlyList<DeliveryRow>> OverdueAsync(IReadOnlyList<int> partitions, DateTimeOffset now, int limit, CancellationToken cancel);

    /// <summary>Writes what a receipt or a passed deadline did. Any node may: no epoch is asked for, each row is changed only if it still stands in <paramref name="expected"/> with the receipts that the outcome was decided on (<see cref="DeliveryOutcome.ReceiptsBefore"/>), so that of two receipts, or a receipt and a deadline, each sees what the other did.</summary>
    /// <param name="outcomes">Outcomes; each delivery at most once. <see cref="DeliveryOutcome.Epoch"/> is not looked at.</param>
    /// <param name="expected">State the rows must be in. A receipt may come before the outcome of its own send is written: then the row is still pending, is moved by the receipt, and <see cref="CommitAsync"/> leaves it as it stands.</param>
    /// <param name="cancel">Gives up waiting; the transaction may still commit.</param>
    /// <returns>The deliveries that were changed.</returns>
    /// <exception cref="StoreUnavailableException">The database does not answer.</exception>
    Task<IReadOnlySet<DeliveryId>> SettleAsync(IReadOnlyList<DeliveryOutcome> outcomes, DeliveryState expected, CancellationToken cancel);
}

/// <summary>Which deliveries to read.</summary>
/// <param name="Partition">Partition.</param>
/// <param name="Tenant">Tenant.</param>
/// <param name="Partner">Receiving partner.</param>
/// <param name="After">Only those accepted after this one.</param>
/// <param name="Limit">At most so many.</param>
/// <param name="Lane">Only this lane, null = all.</param>
public sealed record WorkQuery(int Partition, string Tenant, string Partner, DeliveryId After, int Limit, long? Lane = null)
{
    /// <summary>Lanes to leave out: those known to wait, so that a million rows behind a few sick patients are not read again and again. Mostly empty, at most 1,000.</summary>
    public IReadOnlyList<long> Except { get; init; } = [];

    /// <summary>Routes whose deliveries are left out: they are paused.</summary>
    public IReadOnlyList<string> ExceptRoutes { get; init; } = [];
}

/// <summary>A delivery with what is needed to send it.</summary>
/// <param name="Row">The delivery.</param>
/// <param name="Message">The message it came from.</param>
/// <param name="SealedRaw">Sealed raw bytes; empty when <paramref name="SealedDocument"/> is there or when retention has taken them.</param>
/// <param name="SealedDocument">Sealed bytes to send; empty before the first mapping.</param>
/// <param name="Document">Form, media type and id of the document; null before the first mapping.</param>
public sealed record WorkItem(DeliveryRow Row, StoredMessage Message, ReadOnlyMemory<byte> SealedRaw, ReadOnlyMemory<byte> SealedDocument, DocumentHead? Document);

/// <summary>What is known of a stored message without opening it.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="RawId">The message that holds the raw bytes: itself, or the first of its batch.</param>
/// <param name="Ordinal">Which event of the raw message.</param>
/// <param name="Tenant">Tenant.</param>
/// <param name="Source">Sending partner.</param>
/// <param name="MediaType">Media type as received.</param>
/// <param name="AcceptedAt">When it was taken in.</param>
public sealed record StoredMessage(long MessageId, long RawId, int Ordinal, string Tenant, string Source, string MediaType, DateTimeOffset AcceptedAt)
{
    /// <summary>Keyed hash of the patient, as <see cref="IBodyVault.PatientKey"/> gives it.</summary>
    public Guid PatientKey { get; init; }
}

/// <summary>What is known of a stored document without opening it.</summary>
/// <param name="Form">Name of the mapping that made it.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="DocumentId">The document's own id.</param>
public sealed record DocumentHead(string Form, string MediaType, string DocumentId);

/// <summary>A destination with work.</summary>
/// <param name="Partition">Partition.</param>
/// <param name="Tenant">Tenant.</param>
/// <param name="Partner">Receiving partner.</param>
/// <param name="First">Its earliest pending delivery.</param>
/// <param name="Last">Its latest pending delivery.</param>
public sealed record DestinationBacklog(int Partition, string Tenant, string Partner, DeliveryId First, DeliveryId Last);

/// <summary>A step of a delivery to be written.</summary>
/// <param name="Id">Which delivery.</param>
/// <param name="Partition">Its partition.</param>
/// <param name="Epoch">The owner's epoch of that partition.</param>
/// <param name="State">New state.</param>
/// <param name="Due">When the next thing happens; for final states when it became final.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="Events">What goes on the timeline.</param>
public sealed record DeliveryOutcome(
    DeliveryId Id,
    int Partition,
    long Epoch,
    DeliveryState State,
    DateTimeOffset Due,
    int Attempts,
    IReadOnlyList<DeliveryEvent> Events)
{
    /// <summary>Code of the last error, null when there is none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The partner's reference, null when there is none.</summary>
    public string? Receipt { get; init; }

    /// <summary>How far its receipts have come.</summary>
    public ReceiptProgress Receipts { get; init; }

    /// <summary>Receipts of the row as it was read; looked at by <see cref="IDeliveryStore.SettleAsync"/> only.</summary>
    public ReceiptProgress ReceiptsBefore { get; init; }

    /// <summary>What later receipts will name (ebXML MessageId, MsgHead MsgId), unique within the tenant: the first delivery that brings one keeps it. Kept as long as the delivery, over generations; each names the generation in which it was written.</summary>
    public IReadOnlyList<string> Correlations { get; init; } = [];

    /// <summary>Sealed bytes to keep, when they were made in this step; else empty.</summary>
    public ReadOnlyMemory<byte> SealedDocument { get; init; }

    /// <summary>Head of the document, set together with <see cref="SealedDocument"/>.</summary>
    public DocumentHead? Document { get; init; }
}
