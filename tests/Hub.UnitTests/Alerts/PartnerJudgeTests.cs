using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery.Pauses;
using Hub.Host.Health;
using Hub.Host.Polling;
using Xunit;
using static Hub.UnitTests.Alerts.FactBench;

namespace Hub.UnitTests.Alerts;

/// <summary>One word for how a partner fares, from what several nodes know of it.</summary>
public class PartnerJudgeTests
{
    [Fact]
    public void Should_be_ok_when_deliveries_went_through_lately_and_idle_when_none_did_for_a_day()
    {
        Assert.Equal(PartnerState.Ok, Judge(Seen(succeeded: Now.AddHours(-23))).State);
        Assert.Equal(PartnerState.Idle, Judge(Seen(succeeded: Now.AddHours(-25))).State);
        Assert.Equal(PartnerState.Idle, Judge().State);
        Assert.Equal(PartnerState.Ok, Judge(Seen(received: Now.AddMinutes(-1))).State);
    }

    [Fact]
    public void Should_be_down_since_the_first_node_lost_it()
    {
        var health = Judge(Seen("hub-1", circuit: "closed"), Seen("hub-2", circuit: "open", since: Now.AddMinutes(-3)), Seen("hub-3", circuit: "halfOpen", since: Now.AddMinutes(-5)));

        Assert.Equal((PartnerState.Down, Now.AddMinutes(-5)), (health.State, health.Since!.Value));
    }

    [Fact]
    public void Should_be_down_when_its_feed_cannot_be_read()
    {
        var facts = new PartnerFacts(Journal, []) { Feed = new FeedState(null, Now.AddHours(-1), "HUB-FEED-001", Now.AddMinutes(-4), 3) };

        var health = PartnerJudge.Of(facts, new AlertLimits(), Now);
        Assert.Equal((PartnerState.Down, "HUB-FEED-001", Now.AddMinutes(-4)), (health.State, health.LastError, health.Since!.Value));
    }

    [Fact]
    public void Should_be_slow_when_the_oldest_delivery_waits_too_long()
    {
        var facts = new PartnerFacts(Journal, [Seen(succeeded: Now)]) { Waiting = new WaitingCount("larvik", "journal", 4, Now.AddMinutes(-16)) };

        Assert.Equal(PartnerState.Slow, PartnerJudge.Of(facts, new AlertLimits(), Now).State);
        Assert.Equal(PartnerState.Ok, PartnerJudge.Of(facts, new AlertLimits { QueueAge = TimeSpan.FromHours(1) }, Now).State);
    }

    [Fact]
    public void Should_be_paused_when_everything_to_it_waits_and_tell_of_each_pause_either_way()
    {
        var facts = new PartnerFacts(Journal, [Seen(succeeded: Now)]) { Waiting = new WaitingCount("larvik", "journal", 4, Now.AddMinutes(-16)), Routes = ["values", "alerts"] };
        var (tenant, partner, values, alerts) = (Paused(new PauseTarget("larvik")), Paused(new PauseTarget("larvik", "journal")), Paused(new PauseTarget("larvik", Route: "values")), Paused(new PauseTarget("larvik", Route: "alerts")));

        Assert.Equal((PartnerState.Paused, tenant.Since), (Of(facts with { Pauses = [tenant] }).State, Of(facts with { Pauses = [tenant] }).Since!.Value));
        Assert.Equal(PartnerState.Paused, Of(facts with { Pauses = [partner, values] }).State);
        Assert.Equal(PartnerState.Paused, Of(facts with { Pauses = [values, alerts] }).State);

        // One route of two: the other still delivers, and its delays count.
        Assert.Equal(PartnerState.Slow, Of(facts with { Pauses = [values] }).State);
        Assert.Equal([values], Of(facts with { Pauses = [values] }).Pauses);
        Assert.Equal(PartnerState.Slow, Of(facts with { Routes = [] }).State);
    }

    [Fact]
    public void Should_judge_by_what_nobody_lets_wait()
    {
        var waiting = new WaitingCount("larvik", "journal", 4, Now.AddDays(-3)) { Paused = 3, OldestUnpausedAt = Now.AddMinutes(-14) };
        var facts = new PartnerFacts(Journal, [Seen(succeeded: Now.AddHours(-2), failed: Now.AddHours(-1))]) { Waiting = waiting, Routes = ["values", "alerts"], Pauses = [Paused(new PauseTarget("larvik", Route: "values"))] };

        Assert.Equal((PartnerState.Ok, 4, 3, true), (Of(facts).State, Of(facts).Waiting, Of(facts).WaitingPaused, Of(facts).Unsure));
        Assert.Equal(PartnerState.Slow, Of(facts with { Waiting = waiting with { OldestUnpausedAt = Now.AddMinutes(-16) } }).State);

        // Nothing will be tried, so nothing is learnt of the partner; and when nothing else has gone for a day, it is idle.
        var still = facts with { Waiting = waiting with { Paused = 4, OldestUnpausedAt = null } };
        Assert.Equal((PartnerState.Ok, false), (Of(still).State, Of(still).Unsure));
        Assert.Equal(PartnerState.Idle, Of(still with { Contacts = [] }).State);
    }

    [Fact]
    public void Should_count_all_that_waits_as_paused_when_all_of_the_partner_is()
    {
        var facts = new PartnerFacts(Journal, []) { Waiting = new WaitingCount("larvik", "journal", 4, Now.AddDays(-3)), Pauses = [Paused(new PauseTarget("larvik", "journal"))] };

        Assert.Equal((PartnerState.Paused, 4, null), (Of(facts).State, Of(facts).WaitingPaused, Of(facts).OldestUnpausedAt));
    }

    [Fact]
    public void Should_be_silent_when_nothing_came_and_sure_of_it_only_when_somebody_listened_so_long()
    {
        var expecting = Journal with { Expects = new ExpectedTraffic(TimeSpan.FromMinutes(15)) };
        var facts = new PartnerFacts(expecting, [Seen(received: Now.AddMinutes(-16))]) { ListeningSince = Now.AddMinutes(-16) };

        Assert.Equal((PartnerState.Silent, false), (Of(facts).State, Of(facts).Unsure));
        Assert.True(Of(facts with { ListeningSince = Now.AddMinutes(-14) }).Unsure);
        Assert.Equal(PartnerState.Ok, Of(facts with { Contacts = [Seen(received: Now.AddMinutes(-14))] }).State);

        // Never heard of: quiet since it is known.
        Assert.Equal(PartnerState.Silent, Of(facts with { Contacts = [Seen() with { KnownAt = Now.AddMinutes(-16) }] }).State);
        Assert.Equal(PartnerState.Idle, Of(facts with { Contacts = [] }).State);
    }

    [Fact]
    public void Should_not_be_sure_of_a_partner_that_failed_last_while_something_waits()
    {
        var facts = new PartnerFacts(Journal, [Seen(succeeded: Now.AddHours(-2), failed: Now.AddHours(-1))]) { Waiting = new WaitingCount("larvik", "journal", 1, Now) };

        Assert.True(Of(facts).Unsure);
        Assert.False(Of(facts with { Waiting = null }).Unsure);
        Assert.False(Of(facts with { Contacts = [Seen(succeeded: Now, failed: Now.AddHours(-1))] }).Unsure);
    }

    private static Pause Paused(PauseTarget target) => new(target, Now.AddHours(-1), null, "operator:kari", "the journal is being upgraded");

    private static PartnerHealth Of(PartnerFacts facts) => PartnerJudge.Of(facts, new AlertLimits(), Now);

    private static PartnerHealth Judge(params Contact[] contacts) => Of(new PartnerFacts(Journal, contacts));

    private static Contact Seen(
        string node = "hub-1", DateTimeOffset? received = null, DateTimeOffset? succeeded = null, DateTimeOffset? failed = null, string? circuit = null, DateTimeOffset? since = null) =>
        new("larvik", "journal", node) { KnownAt = Now.AddDays(-2), ReceivedAt = received, SucceededAt = succeeded, FailedAt = failed, Error = failed is null ? null : "HUB-SEND-001", Circuit = circuit, CircuitSince = since };
}
