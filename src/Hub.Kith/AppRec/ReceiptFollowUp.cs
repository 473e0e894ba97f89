using Hub.Kith.MsgHead;

namespace Hub.Kith.AppRec;

/// <summary>What a sender makes of a receipt, or of its absence.</summary>
public enum ReceiptOutcome
{
    /// <summary>Still within the 96 hours.</summary>
    Waiting,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Accepted, with a fault in a part.</summary>
    AcceptedWithFault,

    /// <summary>Rejected.</summary>
    Rejected,

    /// <summary>Silent for 96 hours: counts as rejected, and a person must act. A late receipt may still come.</summary>
    TimedOut,

    /// <summary>A second receipt of the same receiver for the same message: not processed.</summary>
    IgnoredRepeat,

    /// <summary>The receipt is for another message.</summary>
    NotForThis,
}

/// <summary>The sender's side of a receipt.</summary>
public static class ReceiptFollowUp
{
    /// <summary>What a receipt means for a message that was sent.</summary>
    /// <param name="sent">Head of the message sent.</param>
    /// <param name="receipt">The receipt.</param>
    /// <param name="answeredBefore">Whether this receiver has answered the message before.</param>
    public static ReceiptOutcome Judge(MsgInfo sent, Receipt receipt, bool answeredBefore)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(receipt);
        if (!MessageRules.Same(receipt.Original.Id, sent.MsgId)) return ReceiptOutcome.NotForThis;
        if (answeredBefore) return ReceiptOutcome.IgnoredRepeat;
        return receipt.Status.V switch { "1" => ReceiptOutcome.Accepted, "3" => ReceiptOutcome.AcceptedWithFault, _ => ReceiptOutcome.Rejected };
    }

    /// <summary>What silence means.</summary>
    /// <param name="sent">Head of the message sent.</param>
    /// <param name="now">Time.</param>
    public static ReceiptOutcome Silence(MsgInfo sent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return sent.GenDate.Instant is { } generated && now >= generated + AppRecDecision.Deadline ? ReceiptOutcome.TimedOut : ReceiptOutcome.Waiting;
    }
}
