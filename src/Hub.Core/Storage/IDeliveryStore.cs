using Hub.Core.Deliveries;

namespace Hub.Core.Storage;

/// <summary>Reads due work and writes outcomes. Everything that changes a row names the partition's epoch: a stale owner is refused (fencing).</summary>
public interface IDeliveryStore
{
    /// <summary>Reads pending and awaiting deliveries of one destination (partition and partner) in the order of acceptance.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>At most <see cref="WorkQuery.Limit"/> items with their sealed bodies.</returns>
    Task<IReadOnlyList<WorkItem>> LoadAsync(WorkQuery query, CancellationToken cancel);

    /// <summary>The destinations that have pending or awaiting deliveries in a partition, with the time the earliest is due: finds partners that the configuration no longer has, and work after a restart.</summary>
    /// <param name="partitions">Which partitions.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Destinations with work.</returns>
    Task<IReadOnlyList<DestinationBacklog>> BacklogAsync(IReadOnlyList<int> partitions, CancellationToken cancel);

    /// <summary>Writes outcomes of many deliveries in one transaction.</summary>
    /// <param name="outcomes">Outcomes; each delivery at most once, of any partitions.</param>
    /// <param name="cancel">Gives up waiting; the transaction may still commit.</param>
    /// <returns>Partitions whose epoch was stale: none of their outcomes were written.</returns>
    /// <exception cref="StoreUnavailableException">The database does not answer.</exception>
    Task<IReadOnlySet<int>> CommitAsync(IReadOnlyList<DeliveryOutcome> outcomes, CancellationToken cancel);
}

/// <summary>Which deliveries to read.</summary>
/// <param name="Partition">Partition.</param>
/// <param name="Tenant">Tenant.</param>
/// <param name="Partner">Receiving partner.</param>
/// <param name="After">Only those accepted after this one.</param>
/// <param name="Limit">At most so many.</param>
/// <param name="Lane">Only this lane, null = all.</param>
public sealed record WorkQuery(int Partition, string Tenant, string Partner, DeliveryId After, int Limit, long? Lane = null);

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
public sealed record StoredMessage(long MessageId, long RawId, int Ordinal, string Tenant, string Source, string MediaType, DateTimeOffset AcceptedAt);

/// <summary>What is known of a stored document without opening it.</summary>
/// <param name="Form">Name of the mapping that made it.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="DocumentId">The document's own id.</param>
public sealed record DocumentHead(string Form, string MediaType, string DocumentId);

/// <summary>A destination with work.</summary>
/// <param name="Partition">Partition.</param>
/// <param name="Tenant">Tenant.</param>
/// <param name="Partner">Receiving partner.</param>
/// <param name="EarliestDue">When the earliest is due.</param>
public sealed record DestinationBacklog(int Partition, string Tenant, string Partner, DateTimeOffset EarliestDue);

/// <summary>A step of a delivery to be written.</summary>
/// <param name="Id">Which delivery.</param>
/// <param name="Partition">Its partition.</param>
/// <param name="Epoch">The owner's epoch of that partition.</param>
/// <param name="State">New state.</param>
/// <param name="Due">When the next thing happens; ignored for final states.</param>
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

    /// <summary>Sealed bytes to keep, when they were made in this step; else empty.</summary>
    public ReadOnlyMemory<byte> SealedDocument { get; init; }

    /// <summary>Head of the document, set together with <see cref="SealedDocument"/>.</summary>
    public DocumentHead? Document { get; init; }
}
