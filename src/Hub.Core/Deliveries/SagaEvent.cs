using Hub.Core.Errors;

namespace Hub.Core.Deliveries;

/// <summary>Something that happened to a delivery.</summary>
public abstract record SagaEvent
{
    private SagaEvent()
    {
    }

    /// <summary>No document could be made.</summary>
    /// <param name="Error">Why; a retryable one (a partner missing from the configuration) is tried again.</param>
    /// <param name="Sample">A random number from 0 to 1.</param>
    public sealed record MappedFailed(HubError Error, decimal Sample) : SagaEvent;

    /// <summary>The partner has it.</summary>
    public sealed record SendSucceeded : SagaEvent
    {
        /// <summary>The only one there is.</summary>
        public static SendSucceeded Instance { get; } = new();
    }

    /// <summary>The partner took it; a receipt will follow.</summary>
    /// <param name="Deadline">How long to wait for it.</param>
    /// <param name="Resend">True when silence means sending the same bytes again, false when it means giving up.</param>
    /// <param name="IsAcknowledged">True when the transport receipt came on the same connection.</param>
    public sealed record SendAwaitsReceipt(TimeSpan Deadline, bool Resend = false, bool IsAcknowledged = false) : SagaEvent;

    /// <summary>The receiver's transport has it (ebXML Acknowledgment). Counts once.</summary>
    /// <param name="AnswerDue">When the business receipt (AppRec) is due; null when none will follow.</param>
    public sealed record Acknowledged(DateTimeOffset? AnswerDue) : SagaEvent;

    /// <summary>It did not go through.</summary>
    /// <param name="Error">Why.</param>
    /// <param name="RetryAfter">How long the partner asked the hub to wait.</param>
    /// <param name="Sample">A random number from 0 to 1.</param>
    public sealed record SendFailed(HubError Error, TimeSpan? RetryAfter, decimal Sample) : SagaEvent;

    /// <summary>The receiver confirmed it.</summary>
    public sealed record ReceiptPositive : SagaEvent;

    /// <summary>The receiver refused it.</summary>
    /// <param name="Error">Why; a retryable one sends the same bytes again.</param>
    /// <param name="Sample">A random number from 0 to 1.</param>
    /// <param name="Business">True when the receiver's system refused (AppRec), false when only its transport did (MessageError).</param>
    public sealed record ReceiptNegative(HubError Error, decimal Sample, bool Business = true) : SagaEvent;

    /// <summary>The time it was waiting for has passed.</summary>
    public sealed record DeadlinePassed : SagaEvent;

    /// <summary>An operator holds it.</summary>
    public sealed record Held : SagaEvent;

    /// <summary>An operator lets it go on.</summary>
    public sealed record Released : SagaEvent;

    /// <summary>An operator sends the same bytes again.</summary>
    public sealed record Redelivered : SagaEvent;

    /// <summary>An operator has it mapped and sent anew.</summary>
    public sealed record Remapped : SagaEvent;

    /// <summary>An operator took it out.</summary>
    public sealed record Discarded : SagaEvent;
}
