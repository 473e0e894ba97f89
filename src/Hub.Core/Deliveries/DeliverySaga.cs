using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Core.Deliveries;

/// <summary>The life of a delivery, as a pure function: (state, event, policy, now) to (state, due, actions). The stored row is its memory. Every state that is not final has a time at which something happens.</summary>
public static class DeliverySaga
{
    private const SagaActions Given = SagaActions.Write | SagaActions.TellDeadLetter;

    /// <summary>Applies an event.</summary>
    /// <param name="state">Where the delivery stands.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="policy">Rules of the route.</param>
    /// <param name="now">The time now.</param>
    /// <returns>Where it stands afterwards. An event that does not apply (a second receipt, a deadline of a delivery already delivered) changes nothing and asks for nothing.</returns>
    public static SagaStep Apply(SagaState state, SagaEvent happened, SagaPolicy policy, DateTimeOffset now) => state.State switch
    {
        DeliveryState.Pending => Pending(state, happened, policy, now),
        DeliveryState.AwaitingReceipt => Awaiting(state, happened, policy, now),
        DeliveryState.Held => Held(state, happened, policy, now),
        DeliveryState.DeadLettered => DeadLettered(state, happened, policy, now),
        DeliveryState.Delivered => happened is SagaEvent.Redelivered ? Anew(state, now, SagaActions.None) : Ignored(state),
        _ => Ignored(state),
    };

    private static SagaStep Pending(SagaState state, SagaEvent happened, SagaPolicy policy, DateTimeOffset now) => happened switch
    {
        SagaEvent.SendSucceeded => new(state with { State = DeliveryState.Delivered, Due = now, Attempts = state.Attempts + 1 }, SagaActions.Write | SagaActions.LaneGoesOn),
        SagaEvent.SendAwaitsReceipt sent => new(
            state with
            {
                State = DeliveryState.AwaitingReceipt,
                Due = Later(now, sent.Deadline),
                Attempts = state.Attempts + 1,
                Receipts = state.Receipts with { Sends = state.Receipts.Sends + 1, Resend = sent.Resend, Acknowledged = sent.IsAcknowledged },
            },
            SagaActions.Write | SagaActions.LaneGoesOn),

        // The receipt may be faster than the outcome of the send it belongs to.
        SagaEvent.Acknowledged or SagaEvent.ReceiptPositive or SagaEvent.ReceiptNegative when state.HasDocument => Receipt(state, happened, policy, now),
        SagaEvent.SendFailed failed => Failed(state, failed.Error, failed.RetryAfter, failed.Sample, policy, now),
        SagaEvent.MappedFailed failed => Failed(state, failed.Error, null, failed.Sample, policy, now),
        SagaEvent.Held => new(state with { State = DeliveryState.Held, Due = Later(now, policy.Retry.GiveUpAfter) }, SagaActions.Write | SagaActions.LaneGoesOn),
        SagaEvent.Discarded => Discarded(state, now),
        _ => Ignored(state),
    };

    private static SagaStep Awaiting(SagaState state, SagaEvent happened, SagaPolicy policy, DateTimeOffset now) => happened switch
    {
        SagaEvent.Acknowledged or SagaEvent.ReceiptPositive or SagaEvent.ReceiptNegative => Receipt(state, happened, policy, now),
        SagaEvent.DeadlinePassed when now >= state.Due => Silent(state, now),
        SagaEvent.Discarded => Discarded(state, now),
        _ => Ignored(state),
    };

    // A transport receipt counts once, a business receipt counts once; a business receipt implies the transport's.
    private static SagaStep Receipt(SagaState state, SagaEvent happened, SagaPolicy policy, DateTimeOffset now) => happened switch
    {
        _ when state.Receipts.Answered => Ignored(state),
        SagaEvent.ReceiptPositive => new(
            state with { State = DeliveryState.Delivered, Due = now, Receipts = state.Receipts with { Acknowledged = true, Answered = true } }, SagaActions.Write),

        // The transport cannot take its word back: an error about a copy that came twice must not give up what the receiver has.
        SagaEvent.ReceiptNegative { Business: false } when state.Receipts.Acknowledged => Ignored(state),
        SagaEvent.ReceiptNegative refused => Refused(state, refused, policy, now),
        SagaEvent.Acknowledged when state.Receipts.Acknowledged => Ignored(state),
        SagaEvent.Acknowledged { AnswerDue: { } due } => new(
            state with { State = DeliveryState.AwaitingReceipt, Due = due, Receipts = state.Receipts with { Acknowledged = true } }, SagaActions.Write),
        SagaEvent.Acknowledged => new(
            state with { State = DeliveryState.Delivered, Due = now, Receipts = state.Receipts with { Acknowledged = true } }, SagaActions.Write),
        _ => Ignored(state),
    };

    // Silence of the transport: the same bytes again while there are sends left. Silence after it confirmed: the receiver's system never answered.
    private static SagaStep Silent(SagaState state, DateTimeOffset now)
    {
        if (state.Receipts is { Acknowledged: false, Resend: true })
            return Again(state, now, SagaActions.None);
        var code = state.Receipts.Acknowledged ? DeliveryErrors.NoReceipt.Code : DeliveryErrors.NotAcknowledged.Code;
        return new(state with { State = DeliveryState.DeadLettered, Due = now }, Given, code);
    }

    // A hold that nobody ends must not last for ever either: it becomes a dead letter, which is seen, and never a surprise send.
    private static SagaStep Held(SagaState state, SagaEvent happened, SagaPolicy policy, DateTimeOffset now) => happened switch
    {
        SagaEvent.Released or SagaEvent.Redelivered => Anew(state, now, SagaActions.None),
        SagaEvent.Remapped => Anew(state, now, SagaActions.ForgetDocument),
        SagaEvent.DeadlinePassed when now >= state.Due => new(
            state with { State = DeliveryState.DeadLettered, Due = now }, Given | After(policy), DeliveryErrors.GivenUp.Code),
        SagaEvent.Discarded => Discarded(state, now),
        _ => Ignored(state),
    };

    private static SagaStep DeadLettered(SagaState state, SagaEvent happened, SagaPolicy policy, DateTimeOffset now) => happened switch
    {
        SagaEvent.Redelivered => Anew(state, now, SagaActions.None),
        SagaEvent.Remapped => Anew(state, now, SagaActions.ForgetDocument),
        SagaEvent.Discarded => Discarded(state, now),
        SagaEvent.Acknowledged or SagaEvent.ReceiptPositive or SagaEvent.ReceiptNegative when state.HasDocument => LateReceipt(state, happened, policy, now),
        _ => Ignored(state),
    };

    // Given up too early: what the receiver says after all is the truth. It never brings a retry about.
    private static SagaStep LateReceipt(SagaState state, SagaEvent happened, SagaPolicy policy, DateTimeOffset now) => happened switch
    {
        SagaEvent.Acknowledged { AnswerDue: { } due } when due <= now && state.Receipts is { Acknowledged: false, Answered: false } =>
            new(state with { Receipts = state.Receipts with { Acknowledged = true } }, SagaActions.Write, DeliveryErrors.NoReceipt.Code),
        SagaEvent.ReceiptNegative { Business: true } refused when !state.Receipts.Answered =>
            new(state with { Receipts = state.Receipts with { Acknowledged = true, Answered = true } }, SagaActions.Write, refused.Error.Code),
        SagaEvent.ReceiptNegative => Ignored(state),
        _ => Receipt(state, happened, policy, now),
    };

    private static SagaStep Failed(SagaState state, HubError error, TimeSpan? retryAfter, decimal sample, SagaPolicy policy, DateTimeOffset now)
    {
        var attempts = state.Attempts + 1;
        var failure = new FailedTry(attempts, error, retryAfter, state.AcceptedAt, sample);
        return RecoveryPolicy.Decide(failure, policy.Retry, now) switch
        {
            Recovery.RetryAt retry => new(
                state with { State = DeliveryState.Pending, Due = retry.At, Attempts = attempts }, SagaActions.Write | SagaActions.Retry, error.Code),
            Recovery.DeadLetter dead => new(
                state with { State = DeliveryState.DeadLettered, Due = now, Attempts = attempts }, Given | After(policy), dead.Code),
            _ => Ignored(state),
        };
    }

    // The lane went on when the document was sent, so a late refusal neither opens nor closes it.
    private static SagaStep Refused(SagaState state, SagaEvent.ReceiptNegative refused, SagaPolicy policy, DateTimeOffset now)
    {
        var failure = new FailedTry(state.Attempts, refused.Error, null, state.AcceptedAt, refused.Sample);
        var receipts = refused.Business ? state.Receipts with { Acknowledged = true, Answered = true } : state.Receipts;
        return RecoveryPolicy.Decide(failure, policy.Retry, now) switch
        {
            Recovery.RetryAt retry => new(state with { State = DeliveryState.Pending, Due = retry.At }, SagaActions.Write | SagaActions.Retry, refused.Error.Code),
            Recovery.DeadLetter dead => new(state with { State = DeliveryState.DeadLettered, Due = now, Receipts = receipts }, Given, dead.Code),
            _ => Ignored(state),
        };
    }

    private static SagaActions After(SagaPolicy policy) =>
        policy.OnDeadLetter == DeadLetterPolicy.Park ? SagaActions.LaneCloses : SagaActions.LaneGoesOn;

    private static SagaStep Again(SagaState state, DateTimeOffset now, SagaActions more) =>
        new(state with { State = DeliveryState.Pending, Due = now }, SagaActions.Write | SagaActions.Retry | more);

    // An operator's act begins the receipts anew; a resend does not.
    private static SagaStep Anew(SagaState state, DateTimeOffset now, SagaActions more) => Again(state with { Receipts = ReceiptProgress.None }, now, more);

    private static SagaStep Discarded(SagaState state, DateTimeOffset now) =>
        new(state with { State = DeliveryState.Discarded, Due = now }, SagaActions.Write | SagaActions.LaneGoesOn, DeliveryErrors.Discarded.Code);

    private static SagaStep Ignored(SagaState state) => new(state, SagaActions.None);

    private static DateTimeOffset Later(DateTimeOffset now, TimeSpan wait) =>
        wait < DateTimeOffset.MaxValue - now ? now + wait : DateTimeOffset.MaxValue;
}

/// <summary>Rules of a route that its deliveries live by.</summary>
/// <param name="Retry">How failures are retried.</param>
/// <param name="OnDeadLetter">What a dead letter does to the lane.</param>
public sealed record SagaPolicy(RetryConfig Retry, DeadLetterPolicy OnDeadLetter)
{
    /// <summary>Rules for a route that the configuration no longer has: the standard schedule, lanes go on.</summary>
    public static SagaPolicy Default { get; } = new(RetryConfig.Default, DeadLetterPolicy.Continue);
}
