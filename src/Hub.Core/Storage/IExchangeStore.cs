using Hub.Core.Deliveries;

namespace Hub.Core.Storage;

/// <summary>What message services with receipts need to remember: which delivery a receipt names, which messages came in and how they were answered.</summary>
public interface IExchangeStore
{
    /// <summary>The delivery that a receipt names.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="correlation">One of <see cref="DeliveryOutcome.Correlations"/>.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The row as it is now with the document that went out under the correlation, null when no delivery of the tenant has this correlation.</returns>
    Task<SentDelivery?> FindSentAsync(string tenant, string correlation, CancellationToken cancel);

    /// <summary>A message that came in before.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="key">Who sent it and its transport id, as the adapter writes it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The exchange or null.</returns>
    Task<StoredExchange?> FindExchangeAsync(string tenant, string key, CancellationToken cancel);

    /// <summary>Records a message and its answer. The first record of a key stays: a later one is answered with it and changes nothing, except that the stored answer, if there is one, becomes due again when <see cref="NewExchange.AnswerDue"/> is set and the fingerprint is the same.</summary>
    /// <param name="exchange">What to record.</param>
    /// <param name="cancel">Gives up waiting; the transaction may still commit.</param>
    /// <returns>The exchange as it is stored.</returns>
    Task<StoredExchange> RecordExchangeAsync(NewExchange exchange, CancellationToken cancel);

    /// <summary>Takes answers that are due; another node does not get them before <paramref name="until"/>.</summary>
    /// <param name="now">The time now.</param>
    /// <param name="until">When they become due again unless they are reported.</param>
    /// <param name="limit">At most so many, the longest overdue first.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Exchanges with an answer to send.</returns>
    Task<IReadOnlyList<StoredExchange>> TakeAnswersAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancel);

    /// <summary>Reports a try to send an answer.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="key">Key of the exchange.</param>
    /// <param name="due">When to try again; null when it was sent or given up.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When written.</returns>
    Task AnswerTriedAsync(string tenant, string key, DateTimeOffset? due, CancellationToken cancel);

    /// <summary>Forgets exchanges received before a time whose answers are not due any more.</summary>
    /// <param name="before">The time.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How many were forgotten.</returns>
    Task<int> ForgetExchangesAsync(DateTimeOffset before, CancellationToken cancel);

    /// <summary>Makes waiting answers due now, of those messages whose other deliveries have all ended. An answer is a pending delivery that was given a <see cref="NewDelivery.DueAt"/> and was not tried yet.</summary>
    /// <param name="messages">Messages of which a delivery has ended; null to look at every waiting answer.</param>
    /// <param name="partitions">Only answers of these partitions: their owner asks, since it holds them in memory and must look at them again.</param>
    /// <param name="now">The time now.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The rows that became due.</returns>
    Task<IReadOnlyList<DeliveryRow>> AnswersDueAsync(IReadOnlyList<long>? messages, IReadOnlyList<int> partitions, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Puts something on a delivery's timeline that did not move it, unless it has too many such remarks already: what comes from outside must not make a timeline grow for ever.</summary>
    /// <param name="id">The delivery.</param>
    /// <param name="remark">What.</param>
    /// <param name="atMost">How many remarks a delivery may have, about.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>True when it was written.</returns>
    Task<bool> RemarkAsync(DeliveryId id, DeliveryEvent remark, int atMost, CancellationToken cancel);
}

/// <summary>A delivery that was sent, with the bytes that went out.</summary>
/// <param name="Row">The row as it is now.</param>
/// <param name="SealedDocument">The sealed bytes of the generation that the correlation belongs to; empty when retention has taken them.</param>
/// <param name="Document">Head of the document.</param>
/// <param name="Current">False when the delivery was mapped anew since: what the receipt is about no longer counts.</param>
public sealed record SentDelivery(DeliveryRow Row, ReadOnlyMemory<byte> SealedDocument, DocumentHead? Document, bool Current);

/// <summary>A message received over a transport with receipts.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Key">Who sent it and its transport id.</param>
/// <param name="Partner">Partner that sent it; empty when the sender is not a partner.</param>
/// <param name="Fingerprint">What tells a repeat from another message under the same id: a hash over the signed digests.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="SealedMessage">The message as received, sealed: the evidence. Empty to keep none.</param>
/// <param name="SealedAnswer">The answer that was given, sealed; empty when it gets none.</param>
/// <param name="AnswerDue">When the answer is to be sent; null when it goes back on the same connection or there is none.</param>
public sealed record NewExchange(
    string Tenant,
    string Key,
    string Partner,
    ReadOnlyMemory<byte> Fingerprint,
    DateTimeOffset ReceivedAt,
    ReadOnlyMemory<byte> SealedMessage,
    ReadOnlyMemory<byte> SealedAnswer,
    DateTimeOffset? AnswerDue)
{
    /// <summary>What became of it, in one word of the adapter: <c>accepted</c>, <c>refused</c> ...</summary>
    public string Verdict { get; init; } = "accepted";
}

/// <summary>A message received, as stored.</summary>
/// <param name="Exchange">What was recorded first.</param>
/// <param name="IsNew">True when this call recorded it.</param>
public sealed record StoredExchange(NewExchange Exchange, bool IsNew);
