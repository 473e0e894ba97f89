using FsCheck;
using FsCheck.Fluent;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Xunit;

namespace Hub.UnitTests.Deliveries;

/// <summary>The life of a delivery whose receiver confirms twice: its transport (Acknowledgment) and its system (AppRec).</summary>
public sealed class ReceiptSagaTests
{
    private static readonly DateTimeOffset Accepted = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
    private static readonly SagaState Fresh = new(DeliveryState.Pending, Accepted, 0, Accepted, default, HasDocument: true);
    private static readonly SagaEvent AnswerComes = new SagaEvent.Acknowledged(Accepted.AddHours(96));
    private static readonly HubError Rejected = DeliveryErrors.AnswerNegative.At();

    [Fact]
    public void Should_wait_for_the_answer_after_the_acknowledgment_and_end_with_it()
    {
        var acked = Apply(Sent(), AnswerComes);
        Assert.Equal((DeliveryState.AwaitingReceipt, Accepted.AddHours(96)), (acked.State.State, acked.State.Due));
        Assert.Equal(SagaActions.None, Apply(acked.State, AnswerComes).Actions);
        Assert.Equal(DeliveryState.Delivered, Apply(acked.State, new SagaEvent.ReceiptPositive()).State.State);
        Assert.Equal((DeliveryState.DeadLettered, "HUB-DELIVERY-013"), End(Apply(acked.State, new SagaEvent.ReceiptNegative(Rejected, 0))));
        Assert.Equal((DeliveryState.DeadLettered, "HUB-DELIVERY-002"), End(Apply(acked.State, new SagaEvent.DeadlinePassed(), Accepted.AddHours(97))));
    }

    [Fact]
    public void Should_send_the_same_bytes_again_while_silence_means_a_resend_and_give_up_when_it_does_not()
    {
        var silent = Apply(Sent(resend: true), new SagaEvent.DeadlinePassed(), Accepted.AddHours(12));
        Assert.Equal((DeliveryState.Pending, 1), (silent.State.State, silent.State.Receipts.Sends));
        Assert.False(silent.Actions.HasFlag(SagaActions.ForgetDocument));
        var last = Apply(silent.State, new SagaEvent.SendAwaitsReceipt(TimeSpan.FromHours(12)), Accepted.AddHours(12));
        Assert.Equal(2, last.State.Receipts.Sends);
        Assert.Equal((DeliveryState.DeadLettered, "HUB-DELIVERY-010"), End(Apply(last.State, new SagaEvent.DeadlinePassed(), Accepted.AddHours(25))));
    }

    [Fact]
    public void Should_take_a_receipt_that_is_faster_than_the_outcome_of_its_send()
    {
        var acked = Apply(Fresh, AnswerComes);
        Assert.Equal(DeliveryState.AwaitingReceipt, acked.State.State);
        Assert.Equal(DeliveryState.Delivered, Apply(Fresh, new SagaEvent.ReceiptPositive()).State.State);
        Assert.Equal(SagaActions.None, Apply(Fresh with { HasDocument = false }, AnswerComes).Actions);
    }

    [Fact]
    public void Should_record_what_comes_after_it_was_given_up()
    {
        var dead = Apply(Sent(), new SagaEvent.DeadlinePassed(), Accepted.AddHours(13)).State;
        Assert.Equal(DeliveryState.AwaitingReceipt, Apply(dead, AnswerComes, Accepted.AddHours(14)).State.State);
        var tooLate = Apply(dead, AnswerComes, Accepted.AddHours(100));
        Assert.Equal((DeliveryState.DeadLettered, true), (tooLate.State.State, tooLate.State.Receipts.Acknowledged));
        Assert.Equal(DeliveryState.Delivered, Apply(tooLate.State, new SagaEvent.ReceiptPositive(), Accepted.AddHours(101)).State.State);
        var refused = Apply(dead, new SagaEvent.ReceiptNegative(Rejected, 0), Accepted.AddHours(101));
        Assert.Equal((DeliveryState.DeadLettered, "HUB-DELIVERY-013"), End(refused));
        Assert.Equal(SagaActions.None, Apply(refused.State, new SagaEvent.ReceiptPositive(), Accepted.AddHours(102)).Actions);
    }

    [Fact]
    public void Should_keep_waiting_for_nothing_after_the_transport_refused()
    {
        var refused = Apply(Sent(), new SagaEvent.ReceiptNegative(DeliveryErrors.TransportRefused.At(), 0, Business: false));
        Assert.Equal((DeliveryState.DeadLettered, "HUB-DELIVERY-011"), End(refused));
        Assert.False(refused.State.Receipts.Answered);
        Assert.Equal(DeliveryState.Delivered, Apply(refused.State, new SagaEvent.ReceiptPositive()).State.State);
    }

    [Fact]
    public void Should_not_give_up_what_was_acknowledged_for_a_transport_error_that_contradicts_it()
    {
        var acked = Apply(Sent(), AnswerComes).State;
        Assert.Equal(SagaActions.None, Apply(acked, new SagaEvent.ReceiptNegative(DeliveryErrors.TransportRefused.At(), 0, Business: false)).Actions);
        Assert.Equal(SagaActions.None, Apply(acked, new SagaEvent.ReceiptNegative(DeliveryErrors.ReceiptMismatch.At(), 0, Business: false)).Actions);
        Assert.Equal((DeliveryState.DeadLettered, "HUB-DELIVERY-013"), End(Apply(acked, new SagaEvent.ReceiptNegative(Rejected, 0))));
    }

    [Fact]
    public void Should_begin_the_receipts_anew_when_an_operator_sends_again()
    {
        var dead = Apply(Apply(Sent(), AnswerComes).State, new SagaEvent.ReceiptNegative(Rejected, 0)).State;
        Assert.Equal(ReceiptProgress.None, Apply(dead, new SagaEvent.Remapped()).State.Receipts);
        Assert.Equal(ReceiptProgress.None, Apply(dead, new SagaEvent.Redelivered()).State.Receipts);
    }

    [Fact]
    public void Should_come_back_from_the_stored_form()
    {
        foreach (var sends in new[] { 0, 1, 5, 4095 })
        {
            foreach (var bits in Enumerable.Range(0, 8))
            {
                var progress = new ReceiptProgress(sends, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
                Assert.Equal(progress, ReceiptProgress.Of(progress.Stored));
            }
        }
    }

    [Fact]
    public void Should_end_in_the_same_state_whatever_way_receipts_repeat()
    {
        var events = Gen.Elements<SagaEvent>(
            AnswerComes, new SagaEvent.Acknowledged(null), new SagaEvent.ReceiptPositive(), new SagaEvent.ReceiptNegative(Rejected, 0),
            new SagaEvent.DeadlinePassed(), new SagaEvent.SendAwaitsReceipt(TimeSpan.FromHours(12), true), new SagaEvent.SendAwaitsReceipt(TimeSpan.FromHours(12)));
        Prop.ForAll(Arb.From(events.ListOf()), story =>
        {
            var state = Fresh;
            var now = Accepted;
            bool? answered = null;
            foreach (var happened in story)
            {
                now = now.AddHours(5);
                var step = Apply(state, happened, now);
                // The first business receipt decides, and nothing after it changes that.
                if (answered is null && step.State.Receipts.Answered)
                    answered = step.State.State == DeliveryState.Delivered;
                state = step.State;
                Assert.True(answered is null || state.State == (answered.Value ? DeliveryState.Delivered : DeliveryState.DeadLettered));
                Assert.True(state.State is DeliveryState.Delivered or DeliveryState.DeadLettered || state.Due < DateTimeOffset.MaxValue);
            }
        }).QuickCheckThrowOnFailure();
    }

    private static SagaState Sent(bool resend = false) => Apply(Fresh, new SagaEvent.SendAwaitsReceipt(TimeSpan.FromHours(12), resend)).State;

    private static (DeliveryState State, string? Code) End(SagaStep step) => (step.State.State, step.Code);

    private static SagaStep Apply(SagaState state, SagaEvent happened, DateTimeOffset? now = null) =>
        DeliverySaga.Apply(state, happened, SagaPolicy.Default, now ?? Accepted);
}
