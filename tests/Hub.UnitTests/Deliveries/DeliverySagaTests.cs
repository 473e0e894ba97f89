using FsCheck;
using FsCheck.Fluent;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Deliveries;

public sealed class DeliverySagaTests
{
    private static readonly DateTimeOffset Accepted = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly SagaState Fresh = new(DeliveryState.Pending, Accepted, 0, Accepted);

    [Fact]
    public void Should_be_delivered_when_the_partner_has_it()
    {
        var step = Apply(Fresh, SagaEvent.SendSucceeded.Instance);
        Assert.Equal((DeliveryState.Delivered, 1), (step.State.State, step.State.Attempts));
        Assert.True(step.Actions.HasFlag(SagaActions.LaneGoesOn));
    }

    [Fact]
    public void Should_wait_for_a_receipt_until_its_deadline_and_no_longer()
    {
        var sent = Apply(Fresh, new SagaEvent.SendAwaitsReceipt(TimeSpan.FromHours(2))).State;
        Assert.Equal((DeliveryState.AwaitingReceipt, Accepted.AddHours(2)), (sent.State, sent.Due));
        Assert.Equal(SagaActions.None, Apply(sent, new SagaEvent.DeadlinePassed(), Accepted.AddHours(1)).Actions);
        var late = Apply(sent, new SagaEvent.DeadlinePassed(), Accepted.AddHours(2));
        Assert.Equal((DeliveryState.DeadLettered, "HUB-DELIVERY-010"), (late.State.State, late.Code));
        Assert.Equal(DeliveryState.Delivered, Apply(sent, new SagaEvent.ReceiptPositive()).State.State);
    }

    [Fact]
    public void Should_send_again_after_a_receipt_that_asks_for_it_and_end_after_one_that_refuses()
    {
        var sent = Apply(Fresh, new SagaEvent.SendAwaitsReceipt(TimeSpan.FromHours(2))).State;
        Assert.Equal(DeliveryState.Pending, Apply(sent, new SagaEvent.ReceiptNegative(DeliveryErrors.PartnerFault.At(), 0)).State.State);
        Assert.Equal("HUB-SEND-005", Apply(sent, new SagaEvent.ReceiptNegative(DeliveryErrors.Refused.At(), 0)).Code);
    }

    [Theory]
    [InlineData(DeadLetterPolicy.Continue, SagaActions.LaneGoesOn)]
    [InlineData(DeadLetterPolicy.Park, SagaActions.LaneCloses)]
    public void Should_open_or_close_the_lane_after_a_dead_letter_as_the_route_says(DeadLetterPolicy policy, SagaActions expected)
    {
        var step = DeliverySaga.Apply(Fresh, new SagaEvent.SendFailed(DeliveryErrors.Refused.At(), null, 0), new SagaPolicy(RetryConfig.Default, policy), Accepted);
        Assert.True(step.Actions.HasFlag(expected | SagaActions.TellDeadLetter));
        Assert.Equal("HUB-SEND-005", step.Code);
    }

    [Fact]
    public void Should_keep_the_document_on_redelivery_and_forget_it_on_remap()
    {
        var dead = Fresh with { State = DeliveryState.DeadLettered };
        Assert.False(Apply(dead, new SagaEvent.Redelivered()).Actions.HasFlag(SagaActions.ForgetDocument));
        Assert.True(Apply(dead, new SagaEvent.Remapped()).Actions.HasFlag(SagaActions.ForgetDocument));
    }

    [Fact]
    public void Should_end_a_hold_that_nobody_ends()
    {
        var held = Apply(Fresh, new SagaEvent.Held()).State;
        Assert.True(held.Due < DateTimeOffset.MaxValue);
        Assert.Equal(DeliveryState.DeadLettered, Apply(held, new SagaEvent.DeadlinePassed(), held.Due).State.State);
        Assert.Equal(DeliveryState.Pending, Apply(held, new SagaEvent.Released()).State.State);
    }

    [Fact]
    public void Should_end_or_have_a_due_time_after_every_sequence_of_events() => Check((before, step, _, now) =>
        IsFinal(step.State.State) || (step.State.Due >= Accepted && step.State.Due < DateTimeOffset.MaxValue));

    [Fact]
    public void Should_not_move_a_final_state_except_by_an_operator() => Check((before, step, happened, _) =>
        !IsFinal(before.State) || IsOperator(happened) || (step.State == before && step.Actions == SagaActions.None));

    [Fact]
    public void Should_never_leave_discarded() => Check((before, step, _, _) =>
        before.State != DeliveryState.Discarded || step.State == before);

    [Fact]
    public void Should_say_what_to_write_exactly_when_something_changed() => Check((before, step, _, _) =>
        step.Actions.HasFlag(SagaActions.Write) || step.State == before);

    [Fact]
    public void Should_give_every_dead_letter_a_code_and_tell_of_it() => Check((before, step, _, _) =>
        step.State.State != DeliveryState.DeadLettered || before.State == DeliveryState.DeadLettered
        || (step.Code is not null && step.Actions.HasFlag(SagaActions.TellDeadLetter)));

    [Fact]
    public void Should_never_retry_by_itself_after_the_give_up_time() => Check((before, step, happened, now) =>
        step.State.State != DeliveryState.Pending || IsOperator(happened) || step.State == before || step.State.Due <= Accepted + RetryConfig.Default.GiveUpAfter);

    [Fact]
    public void Should_count_attempts_upwards_only() => Check((before, step, _, _) => step.State.Attempts >= before.Attempts);

    [Fact]
    public void Should_always_come_to_an_end_when_nothing_but_failures_and_deadlines_happen()
    {
        var state = Fresh;
        var now = Accepted;
        for (var i = 0; i < 1000 && !IsFinal(state.State); i++)
        {
            now = state.Due > now ? state.Due : now;
            state = DeliverySaga.Apply(state, new SagaEvent.SendFailed(DeliveryErrors.Unreachable.At(), null, 1), SagaPolicy.Default, now).State;
        }

        Assert.Equal(DeliveryState.DeadLettered, state.State);
        Assert.InRange(now, Accepted, Accepted.AddHours(96));
    }

    private static bool IsFinal(DeliveryState state) => state is DeliveryState.Delivered or DeliveryState.DeadLettered or DeliveryState.Discarded;

    private static bool IsOperator(SagaEvent happened) =>
        happened is SagaEvent.Held or SagaEvent.Released or SagaEvent.Redelivered or SagaEvent.Remapped or SagaEvent.Discarded;

    private static SagaStep Apply(SagaState state, SagaEvent happened, DateTimeOffset? now = null) =>
        DeliverySaga.Apply(state, happened, SagaPolicy.Default, now ?? Accepted);

    // Walks random events at rising times, and asks the property at every step.
    private static void Check(Func<SagaState, SagaStep, SagaEvent, DateTimeOffset, bool> holds)
    {
        var walk = Gen.ListOf(Gen.Choose(0, 13).SelectMany(_ => Gen.Choose(0, 4_000_000), (kind, seconds) => (Kind: kind, Seconds: seconds)));
        Prop.ForAll(Arb.From(walk), events =>
        {
            var (state, now) = (Fresh, Accepted);
            foreach (var (kind, seconds) in events)
            {
                now = now.AddSeconds(seconds / 10);
                var happened = EventOf(kind);
                var step = Apply(state, happened, now);
                if (!holds(state, step, happened, now))
                    return false;
                state = step.State;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    private static SagaEvent EventOf(int kind) => kind switch
    {
        0 => new SagaEvent.MappedFailed(DeliveryErrors.MappingFailed.At(), 0.5m),
        1 => new SagaEvent.MappedFailed(DeliveryErrors.PartnerGone.At(), 0.5m),
        2 => SagaEvent.SendSucceeded.Instance,
        3 => new SagaEvent.SendAwaitsReceipt(TimeSpan.FromHours(4)),
        4 => new SagaEvent.SendFailed(DeliveryErrors.Refused.At(), null, 0.5m),
        5 => new SagaEvent.SendFailed(DeliveryErrors.Unreachable.At(), TimeSpan.FromMinutes(3), 0.5m),
        6 => new SagaEvent.ReceiptPositive(),
        7 => new SagaEvent.ReceiptNegative(DeliveryErrors.PartnerFault.At(), 0.5m),
        8 => new SagaEvent.DeadlinePassed(),
        9 => new SagaEvent.Held(),
        10 => new SagaEvent.Released(),
        11 => new SagaEvent.Redelivered(),
        12 => new SagaEvent.Remapped(),
        _ => new SagaEvent.Discarded(),
    };
}
