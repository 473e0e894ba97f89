using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Tenants;

namespace Hub.Core.Adapters;

/// <summary>Sends documents to one partner.</summary>
public interface ISender : IAsyncDisposable
{
    /// <summary>True when a document must be stored before its first try, since making it twice would not give the same bytes (signed and encrypted messages). False for documents that a mapping makes again byte by byte.</summary>
    bool StoreBeforeSend => false;

    /// <summary>Turns a mapped document into the bytes that go out (signs, encrypts, wraps). Called once per delivery and generation, where <see cref="StoreBeforeSend"/> is true; what it gives is stored before the first try.</summary>
    /// <param name="document">The document as mapped.</param>
    /// <param name="context">For which delivery.</param>
    /// <returns>The bytes with what later receipts will name, or why they cannot be made (a certificate that has expired ...).</returns>
    Result<SealedDocument> Seal(OutboundDocument document, SealContext context) => new SealedDocument(document, []);

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
public sealed record OutboundItem(string IdempotencyKey, OutboundDocument Document, int Attempt)
{
    /// <summary>How often it went out before and was not confirmed: 0 unless receipts are awaited.</summary>
    public int Sends { get; init; }
}

/// <summary>Bytes ready to go out.</summary>
/// <param name="Document">The document with its final bytes and media type; its id stays.</param>
/// <param name="Correlations">What later receipts will name; unique within the tenant. Empty when none follow.</param>
public sealed record SealedDocument(OutboundDocument Document, IReadOnlyList<string> Correlations);

/// <summary>For which delivery a document is sealed.</summary>
/// <param name="Ids">Gives the ids that the wrapping needs: the same for a delivery and generation.</param>
/// <param name="Now">The time now.</param>
public sealed record SealContext(DocumentIds Ids, DateTimeOffset Now)
{
    /// <summary>The receiver where it depends on the patient (<see cref="IAddressingSender"/>); null for the partner as configured.</summary>
    public PartnerConfig? Addressee { get; init; }
}
