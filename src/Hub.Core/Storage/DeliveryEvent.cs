namespace Hub.Core.Storage;

/// <summary>What kind of step a timeline entry is. Numbers are stored: they never change.</summary>
public enum DeliveryEventKind
{
    /// <summary>The document was made.</summary>
    Mapped = 1,

    /// <summary>A try that failed.</summary>
    AttemptFailed = 2,

    /// <summary>Delivered.</summary>
    Delivered = 3,

    /// <summary>Sent; a receipt is awaited.</summary>
    AwaitingReceipt = 4,

    /// <summary>A receipt came.</summary>
    Receipt = 5,

    /// <summary>Given up.</summary>
    DeadLettered = 6,

    /// <summary>An operator acted.</summary>
    Operator = 7,
}

/// <summary>One entry of a delivery's timeline.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What kind of step.</param>
/// <param name="Code">Error code, null when none.</param>
/// <param name="Detail">What exactly: the partner's status, the ledger's summary, the operator's reason. No personal data. At most 2,000 characters.</param>
/// <param name="DurationMs">How long a try took, null when it is not a try.</param>
public sealed record DeliveryEvent(DateTimeOffset At, DeliveryEventKind Kind, string? Code = null, string? Detail = null, int? DurationMs = null);
