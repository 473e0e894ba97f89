using Hub.Core.Errors;

namespace Hub.Core.Deliveries;

/// <summary>Where receipts are reported that come later and by another way than the send. Any node may be told.</summary>
public interface IReceipts
{
    /// <summary>What was sent under a correlation, opened.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="correlation">What the receipt names.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The bytes that went out; null when no delivery of the tenant has this correlation.</returns>
    Task<SentBytes?> SentAsync(string tenant, string correlation, CancellationToken cancel);

    /// <summary>Applies a receipt. Durable when it returns.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="correlation">What the receipt names.</param>
    /// <param name="receipt">What it says.</param>
    /// <param name="cancel">Gives up waiting; what is committed stays.</param>
    /// <returns>Whether it counted.</returns>
    /// <exception cref="Storage.StoreUnavailableException">The database does not answer, or the delivery moved again and again meanwhile: the receipt is to be reported again.</exception>
    Task<ReceiptVerdict> ApplyAsync(string tenant, string correlation, Receipt receipt, CancellationToken cancel);
}

/// <summary>Bytes that went out.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Partner">To whom.</param>
/// <param name="Body">The bytes that went out under the correlation, also when the delivery was mapped anew since; empty when they are no longer kept.</param>
public sealed record SentBytes(DeliveryId Id, string Partner, ReadOnlyMemory<byte> Body);

/// <summary>A receipt.</summary>
/// <param name="Detail">What it says, for the timeline: message ids, codes. No personal data.</param>
public abstract record Receipt(string? Detail)
{
    /// <summary>The receiver's transport has the document.</summary>
    /// <param name="AnswerWithin">How long after acceptance the business receipt may take; null when none will follow.</param>
    /// <param name="Detail">What it says.</param>
    public sealed record Transport(TimeSpan? AnswerWithin, string? Detail) : Receipt(Detail);

    /// <summary>The receiver has taken the document over.</summary>
    /// <param name="Detail">What it says.</param>
    public sealed record Positive(string? Detail) : Receipt(Detail);

    /// <summary>The receiver, or its transport, refuses the document.</summary>
    /// <param name="Error">Why; a retryable one sends the same bytes again.</param>
    /// <param name="Detail">What it says.</param>
    /// <param name="Business">True when the receiver's system refused (AppRec), false when only its transport did (MessageError).</param>
    public sealed record Negative(HubError Error, string? Detail, bool Business = true) : Receipt(Detail);
}

/// <summary>What became of a receipt.</summary>
public enum ReceiptVerdict
{
    /// <summary>It moved the delivery.</summary>
    Applied,

    /// <summary>The delivery had it already, or stands where it does not count, or was mapped anew since. The first few of a delivery are on its timeline; a receiver that repeats itself does not fill it.</summary>
    Ignored,

    /// <summary>No delivery of the tenant has this correlation.</summary>
    Unknown,
}
