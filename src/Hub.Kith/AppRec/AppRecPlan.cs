namespace Hub.Kith.AppRec;

/// <summary>Why there is no answer.</summary>
public enum NoAnswer
{
    /// <summary>There is one.</summary>
    None,

    /// <summary>The document is itself a receipt.</summary>
    IsReceipt,

    /// <summary>The message was answered before.</summary>
    Duplicate,

    /// <summary>No receiver of it is ours.</summary>
    NotForUs,

    /// <summary>It cannot be told who sent what.</summary>
    SenderUnknown,

    /// <summary>People are still looking; see <see cref="AppRecPlan.DecideAgainAt"/>.</summary>
    WaitingForReview,

    /// <summary>The deadline passed before people looked: the sender counts it as rejected, and it must not be taken in.</summary>
    DeadlinePassed,

    /// <summary>The receiver may be silent about this fault, and is set up to be.</summary>
    SilentByChoice,
}

/// <summary>What to answer.</summary>
/// <param name="Answers">One for each receiver of ours.</param>
/// <param name="Silence">Why there is none.</param>
/// <param name="Import">Whether the message may be taken in, for the receivers whose answer is positive.</param>
/// <param name="DecideAgainAt">When to decide again, at the latest.</param>
public sealed record AppRecPlan(IReadOnlyList<ReceiptAnswer> Answers, NoAnswer Silence, bool Import, DateTimeOffset? DecideAgainAt = null)
{
    internal static AppRecPlan Silent(NoAnswer why, DateTimeOffset? again = null) => new([], why, false, again);
}
