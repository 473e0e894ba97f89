namespace Hub.Ebxml.Reliability;

/// <summary>What to do about a sent message now.</summary>
public enum OutgoingAction
{
    /// <summary>Nothing; wait.</summary>
    Wait,

    /// <summary>Send the same bytes now, then report <see cref="HandedOver"/> or <see cref="HandOverFailed"/>.</summary>
    Send,

    /// <summary>Tell the application that it is delivered.</summary>
    ReportDelivered,

    /// <summary>Tell the application that it is not delivered, with the failure of the state.</summary>
    ReportFailed,

    /// <summary>Tell the application that it was delivered after all, after it had been reported as failed.</summary>
    ReportLateDelivery,
}

/// <summary>The outcome of one event.</summary>
/// <param name="State">The message as it is now.</param>
/// <param name="Action">What to do.</param>
/// <param name="DueAt">When to ask again with <see cref="Due"/>; null when the message is final.</param>
/// <param name="Remarks">What was odd and changed nothing: receipts from others, twice, or against an earlier one.</param>
public sealed record OutgoingStep(SentMessage State, OutgoingAction Action, DateTimeOffset? DueAt, IReadOnlyList<Failure> Remarks);
