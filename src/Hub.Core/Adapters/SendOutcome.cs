using Hub.Core.Errors;

namespace Hub.Core.Adapters;

/// <summary>What became of one try.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The partner has it.</summary>
    /// <param name="Receipt">The partner's reference for it (resource id, message id), null when it gave none.</param>
    /// <param name="Repeat">True when the partner said that it had it already.</param>
    public sealed record Delivered(string? Receipt, bool Repeat = false) : SendOutcome;

    /// <summary>The partner took it, and a receipt will follow (ebXML Acknowledgment, AppRec).</summary>
    /// <param name="Correlation">What the receipt will name.</param>
    /// <param name="Deadline">How long to wait for it.</param>
    /// <param name="Resend">True when silence means sending the same bytes again, false when it means giving up.</param>
    public sealed record AwaitingReceipt(string Correlation, TimeSpan Deadline, bool Resend = false) : SendOutcome
    {
        /// <summary>True when the transport receipt came on the same connection: only the business receipt is awaited.</summary>
        public bool Acknowledged { get; init; }
    }

    /// <summary>It did not go through.</summary>
    /// <param name="Error">Why; <see cref="HubError.Retryable"/> decides whether it is tried again.</param>
    /// <param name="RetryAfter">How long the partner asked the hub to wait, null when it did not say.</param>
    /// <param name="PartnerDown">True when it says something about the partner as a whole (no connection, 503), not about this document: counts toward the circuit breaker.</param>
    public sealed record Failed(HubError Error, TimeSpan? RetryAfter = null, bool PartnerDown = false) : SendOutcome;
}
