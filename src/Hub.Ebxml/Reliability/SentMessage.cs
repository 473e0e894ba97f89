using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Reliability;

/// <summary>What the sender remembers of a message. The bytes are kept beside it and sent again unchanged.</summary>
public sealed record SentMessage
{
    /// <summary>eb:MessageId.</summary>
    public required string MessageId { get; init; }

    /// <summary>HER-id of the sender.</summary>
    public required int FromHer { get; init; }

    /// <summary>HER-id of the receiver; receipts from anyone else do not count.</summary>
    public required int ToHer { get; init; }

    /// <summary>The references of its signature.</summary>
    public required IReadOnlyList<DigestReference> Digests { get; init; }

    /// <summary>When it was made. The persist duration counts from here.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Its time to live; null for none.</summary>
    public DateTimeOffset? TimeToLive { get; init; }

    /// <summary>How many times it was handed over.</summary>
    public int TimesSent { get; init; }

    /// <summary>The last hand-over; null before the first.</summary>
    public DateTimeOffset? LastSent { get; init; }

    /// <summary>The next hand-over, or the end of the last wait; null before the first.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>How far it has come.</summary>
    public SentPhase Phase { get; init; }

    /// <summary>Why it was not delivered; null otherwise.</summary>
    public Failure? Failure { get; init; }

    /// <summary>When its receipt came; null without one.</summary>
    public DateTimeOffset? ReceiptAt { get; init; }

    /// <summary>When a good receipt came after the message had been given up; null otherwise.</summary>
    public DateTimeOffset? LateReceiptAt { get; init; }

    /// <summary>Counts the changes, for <see cref="IExchangeRecord.SaveSentAsync"/>.</summary>
    public int Version { get; init; }

    /// <summary>True when nothing more is to be done.</summary>
    public bool IsFinal => Phase != SentPhase.Waiting;

    /// <summary>True when the receiver has it, be it known late.</summary>
    public bool IsDelivered => Phase is SentPhase.Acknowledged or SentPhase.Warned || LateReceiptAt is not null;
}
