namespace Hub.Core.Deliveries;

/// <summary>One delivery as stored: the memory of its saga.</summary>
/// <param name="Id">Which delivery.</param>
/// <param name="Tenant">Tenant.</param>
/// <param name="Partner">Receiving partner.</param>
/// <param name="Route">Route that made it.</param>
/// <param name="Mapping">Mapping that makes its document.</param>
/// <param name="Partition">Partition it belongs to, 0 to partitions-1.</param>
/// <param name="Lane">Unit of order: hash of partner and patient.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Due">When the next thing happens: a try, or the end of waiting. Never null for a state that is not final.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="AcceptedAt">When the give-up time began to run: acceptance, or the moment an operator last made the delivery due again.</param>
/// <param name="Snapshot">Number of the configuration that decided it.</param>
/// <param name="Generation">Raised by a remap: part of the idempotency key and of document ids.</param>
/// <param name="HasDocument">True once the bytes to send are stored; they are never made again within a generation.</param>
public sealed record DeliveryRow(
    DeliveryId Id,
    string Tenant,
    string Partner,
    string Route,
    string Mapping,
    int Partition,
    long Lane,
    DeliveryState State,
    DateTimeOffset Due,
    int Attempts,
    DateTimeOffset AcceptedAt,
    int Snapshot,
    int Generation,
    bool HasDocument)
{
    /// <summary>How far its receipts have come.</summary>
    public ReceiptProgress Receipts { get; init; }

    /// <summary>What it has to do with an answer to the source.</summary>
    public AnswerPart Answer { get; init; }

    /// <summary>Whether it is an answer that still waits for the message's other deliveries.</summary>
    /// <param name="now">The time now.</param>
    /// <returns>True until it is due; once tried it is a delivery like any other.</returns>
    public bool WaitsForOthers(DateTimeOffset now) => Answer == AnswerPart.Answer && State == DeliveryState.Pending && Attempts == 0 && Due > now;

    /// <summary>Key by which a receiver can drop repeats: the same for every try of a generation.</summary>
    /// <param name="installation">Id of the hub installation.</param>
    /// <returns>The key.</returns>
    public string IdempotencyKey(Guid installation) => $"{installation:N}-{Id}-{Generation}";
}
