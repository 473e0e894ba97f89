namespace Hub.Core.Adapters;

/// <summary>Sends documents to one partner.</summary>
public interface ISender : IAsyncDisposable
{
    /// <summary>True when a document must be stored before its first try, since making it twice would not give the same bytes (signed and encrypted messages). False for documents that a mapping makes again byte by byte.</summary>
    bool StoreBeforeSend => false;

    /// <summary>Sends one or more documents in one call. At most the partner's <c>batch</c>; one per lane.</summary>
    /// <param name="documents">The documents, in order.</param>
    /// <param name="cancel">Cancelled when the try takes longer than the partner's timeout or the hub stops.</param>
    /// <returns>One outcome per document, in the same order. Never throws for what a partner or network does.</returns>
    Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<OutboundItem> documents, CancellationToken cancel);

    /// <summary>Asks whether the partner is there, without sending a document. Used while the circuit is open.</summary>
    /// <param name="cancel">Cancelled when it takes too long.</param>
    /// <returns>True when it answers; null when only a real document can tell.</returns>
    Task<bool?> ProbeAsync(CancellationToken cancel);
}

/// <summary>A document on its way.</summary>
/// <param name="IdempotencyKey">The same for every try of the delivery: a receiver may drop repeats by it.</param>
/// <param name="Document">The document.</param>
/// <param name="Attempt">1 for the first try.</param>
public sealed record OutboundItem(string IdempotencyKey, Mappings.OutboundDocument Document, int Attempt);
