using Hub.Ebxml.Envelope;
using Hub.Ebxml.Reliability;
using Xunit;

namespace Hub.UnitTests.Ebxml.Reliability;

public class OutgoingTests
{
    private static readonly AckPolicy Policy = new();

    [Fact]
    public void Should_send_five_times_twelve_hours_apart_and_then_give_up()
    {
        var state = Exchange.Sent();
        var sends = new List<double>();
        var now = Exchange.Start;
        OutgoingStep step;
        do
        {
            step = Outgoing.Decide(state, new Due(), Exchange.Schedule, Policy, now);
            if (step.Action == OutgoingAction.Send)
            {
                sends.Add((now - Exchange.Start).TotalHours);
                step = Outgoing.Decide(step.State, new HandedOver(), Exchange.Schedule, Policy, now);
            }
            state = step.State;
            now = step.DueAt ?? now;
        }
        while (step.DueAt is not null);

        Assert.Equal([0, 12, 24, 36, 48], sends);
        Assert.Equal((SentPhase.Failed, ReliabilityCodes.DeliveryFailure, 60d), (state.Phase, state.Failure!.Code, (now - Exchange.Start).TotalHours));
    }

    [Fact]
    public void Should_give_up_at_the_time_to_live_whatever_is_left_of_the_sends()
    {
        var state = Exchange.Sent() with { TimeToLive = Exchange.Start.AddHours(13), TimesSent = 1, NextTry = Exchange.Start.AddHours(24) };
        Assert.Equal(OutgoingAction.Wait, Decide(state, new Due(), 12).Action);
        Assert.Equal(OutgoingAction.ReportFailed, Decide(state, new Due(), 13).Action);
    }

    [Fact]
    public void Should_try_again_soon_when_the_transport_is_away_for_a_while()
    {
        var step = Decide(Exchange.Sent(), new HandOverFailed(new("x", "away", Retryable: true)), 1);
        Assert.Equal((0, Exchange.Start.AddHours(1).AddMinutes(5)), (step.State.TimesSent, step.DueAt!.Value));
        var lasting = Decide(Exchange.Sent(), new HandOverFailed(new("x", "no such address")), 1);
        Assert.Equal((OutgoingAction.ReportFailed, "x", SentPhase.Failed), (lasting.Action, lasting.State.Failure!.Code, lasting.State.Phase));
    }

    [Fact]
    public void Should_be_delivered_by_an_acknowledgment_with_our_digests()
    {
        var step = Decide(Exchange.Sent(), Exchange.Ack(), 3);
        Assert.Equal((OutgoingAction.ReportDelivered, SentPhase.Acknowledged, true), (step.Action, step.State.Phase, step.State.IsDelivered));
        Assert.Equal(Exchange.Start.AddHours(3), step.State.ReceiptAt);
        Assert.Null(step.DueAt);
        var again = Decide(step.State, Exchange.Ack(), 4);
        Assert.Equal((OutgoingAction.Wait, step.State, 0), (again.Action, again.State, again.Remarks.Count));
    }

    [Theory]
    [InlineData(0, MissingReferences.Refuse, ReliabilityCodes.DigestsMissing)]
    [InlineData(0, MissingReferences.TolerateAttachments, null)]
    [InlineData(1, MissingReferences.TolerateAttachments, ReliabilityCodes.DigestsMissing)]
    [InlineData(1, MissingReferences.TolerateAll, null)]
    public void Should_tolerate_missing_digests_as_far_as_the_policy_says(int kept, MissingReferences missing, string? code)
    {
        var ack = Exchange.Ack(digests: Exchange.Digests("1")[kept]);
        Assert.Equal(code, Outgoing.Judge(Exchange.Sent(), ack.Acknowledgment, new(missing))?.Code);
    }

    [Fact]
    public void Should_never_tolerate_a_digest_that_differs()
    {
        var ours = Exchange.Digests("1");
        DigestReference[][] wrong =
        [
            [ours[0], ours[1] with { Value = "other" }],
            [ours[0] with { Value = "other" }],
            [ours[0], ours[1] with { Algorithm = "urn:other" }],
            [ours[0], ours[1], ours[1] with { Uri = "cid:more@b" }],
            [ours[0], ours[1], ours[1] with { Value = "twice" }],
        ];
        foreach (var digests in wrong)
        {
            var step = Outgoing.Decide(Exchange.Sent(), Exchange.Ack(digests: digests), Exchange.Schedule, new(MissingReferences.TolerateAll), Exchange.Start);
            Assert.Equal((SentPhase.Failed, ReliabilityCodes.DigestMismatch), (step.State.Phase, step.State.Failure!.Code));
        }
        Assert.Null(Outgoing.Judge(Exchange.Sent(), Exchange.Ack(digests: [ours[1] with { Uri = "cid:a%40b", Transforms = [] }, ours[0]]).Acknowledgment, new(MissingReferences.Refuse)));
    }

    [Fact]
    public void Should_count_warnings_as_delivered_and_errors_as_not()
    {
        Assert.Equal(SentPhase.Warned, Decide(Exchange.Sent(), Exchange.Errors(ErrorSeverity.Warning), 1).State.Phase);
        var refused = Decide(Exchange.Sent(), Exchange.Errors(ErrorSeverity.Error), 1);
        Assert.Equal((SentPhase.Refused, OutgoingAction.ReportFailed), (refused.State.Phase, refused.Action));
        Assert.Contains("SecurityFailure", refused.State.Failure!.Text, StringComparison.Ordinal);
        var disguised = new ErrorListCame(Exchange.Receiver, new(ErrorSeverity.Warning, [new("Kari Nordmann", ErrorSeverity.Error)]));
        var step = Decide(Exchange.Sent(), disguised, 1);
        Assert.Equal(SentPhase.Refused, step.State.Phase);
        Assert.DoesNotContain("Kari", step.State.Failure!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Exchange.Sender)]
    [InlineData(999)]
    [InlineData(null)]
    public void Should_ignore_a_receipt_from_anyone_else(int? from)
    {
        var state = Exchange.Sent();
        var step = Decide(state, Exchange.Ack(from: from), 1);
        Assert.Equal((state, ReliabilityCodes.WrongParty), (step.State, Assert.Single(step.Remarks).Code));
    }

    [Fact]
    public void Should_record_a_late_acknowledgment_of_a_message_given_up()
    {
        var failed = Exchange.Sent() with { Phase = SentPhase.Failed, Failure = new("x", "x") };
        var step = Decide(failed, Exchange.Ack(), 80);
        Assert.Equal((OutgoingAction.ReportLateDelivery, SentPhase.Failed, true), (step.Action, step.State.Phase, step.State.IsDelivered));
        Assert.Equal(OutgoingAction.Wait, Decide(step.State, Exchange.Ack(), 81).Action);
    }

    [Fact]
    public void Should_remark_receipts_that_contradict_each_other()
    {
        var delivered = Exchange.Sent() with { Phase = SentPhase.Acknowledged };
        var step = Decide(delivered, Exchange.Errors(ErrorSeverity.Error), 2);
        Assert.Equal((delivered, ReliabilityCodes.Contradiction), (step.State, Assert.Single(step.Remarks).Code));
        var refused = Exchange.Sent() with { Phase = SentPhase.Refused };
        Assert.Equal(ReliabilityCodes.Contradiction, Assert.Single(Decide(refused, Exchange.Ack(), 2).Remarks).Code);
    }

    [Fact]
    public void Should_let_a_bounce_decide_nothing()
    {
        var state = Exchange.Sent() with { TimesSent = 1 };
        var step = Decide(state, new Bounced(), 1);
        Assert.Equal((state, ReliabilityCodes.Bounced), (step.State, Assert.Single(step.Remarks).Code));
    }

    private static OutgoingStep Decide(SentMessage state, OutgoingEvent happened, double hours) =>
        Outgoing.Decide(state, happened, Exchange.Schedule, Policy, Exchange.Start.AddHours(hours));
}
