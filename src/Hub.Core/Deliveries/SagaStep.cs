namespace Hub.Core.Deliveries;

/// <summary>Where a delivery stands, as far as its saga is concerned.</summary>
/// <param name="State">State.</param>
/// <param name="Due">When the next thing happens; for a final state when it became final.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="AcceptedAt">When its message was taken in.</param>
/// <param name="Receipts">How far its receipts have come.</param>
/// <param name="HasDocument">True once the bytes to send are stored: before that no receipt can be meant for it.</param>
public readonly record struct SagaState(
    DeliveryState State, DateTimeOffset Due, int Attempts, DateTimeOffset AcceptedAt, ReceiptProgress Receipts = default, bool HasDocument = false)
{
    /// <summary>The state a stored row is in.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The saga's view of it.</returns>
    public static SagaState Of(DeliveryRow row) => new(row.State, row.Due, row.Attempts, row.AcceptedAt, row.Receipts, row.HasDocument);
}

/// <summary>What an event did.</summary>
/// <param name="State">Where the delivery stands now.</param>
/// <param name="Actions">What has to be done about it.</param>
/// <param name="Code">Error code of the step, null when it has none.</param>
public readonly record struct SagaStep(SagaState State, SagaActions Actions, string? Code = null);

/// <summary>What has to be done after a step.</summary>
[Flags]
public enum SagaActions
{
    /// <summary>Nothing: the event does not apply to the state.</summary>
    None = 0,

    /// <summary>The state is to be written.</summary>
    Write = 1,

    /// <summary>The next delivery of the lane may go.</summary>
    LaneGoesOn = 2,

    /// <summary>The lane stays closed until an operator acts.</summary>
    LaneCloses = 4,

    /// <summary>The delivery is tried at its due time.</summary>
    Retry = 8,

    /// <summary>The stored document is forgotten and made anew.</summary>
    ForgetDocument = 16,

    /// <summary>It became a dead letter: tell those who watch.</summary>
    TellDeadLetter = 32,
}
