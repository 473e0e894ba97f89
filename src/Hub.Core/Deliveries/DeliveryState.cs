namespace Hub.Core.Deliveries;

/// <summary>Where a delivery stands. Numbers are stored: they never change.</summary>
public enum DeliveryState
{
    /// <summary>To be sent when due (first try, retry, or behind another in its lane).</summary>
    Pending = 1,

    /// <summary>Sent; the receipt is due at a deadline.</summary>
    AwaitingReceipt = 2,

    /// <summary>Delivered with its receipt. Final.</summary>
    Delivered = 3,

    /// <summary>Given up with a code that a person can act on. Final until an operator acts.</summary>
    DeadLettered = 4,

    /// <summary>Taken out by an operator, with a reason. Final; counts as dead-lettered.</summary>
    Discarded = 5,

    /// <summary>Held by an operator. Counts as pending; due again when released.</summary>
    Held = 6,
}
