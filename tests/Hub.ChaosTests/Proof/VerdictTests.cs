using Hub.ChaosTests.Load;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Xunit;

namespace Hub.ChaosTests.Proof;

/// <summary>A proof that cannot fail proves nothing: each kind of broken promise is put before it.</summary>
public sealed class VerdictTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Should_find_nothing_when_all_promises_were_kept() => Assert.Empty(Verdict.Breaches(Kept()));

    [Fact]
    public void Should_see_a_lost_event() => Sees("never took effect", e => e with { Effects = [.. e.Effects.Skip(1)] });

    [Fact]
    public void Should_see_a_doubled_effect() => Sees("more than once", e => e with { Effects = [.. e.Effects, Effect(9, "nord", "p1", 1)] });

    [Fact]
    public void Should_see_an_effect_of_nobody() => Sees("no accepted event", e => e with { Effects = [.. e.Effects, Effect(9, "nord", "p1", 99)] });

    [Fact]
    public void Should_see_two_that_changed_places() =>
        Sees("after a later one", e => e with { Effects = [Effect(1, "nord", "p1", 2), Effect(2, "nord", "p1", 1), .. e.Effects.Skip(2)] });

    [Fact]
    public void Should_see_an_effect_at_another_tenant() =>
        Sees("another tenant's journal", e => e with { Effects = [Effect(1, "sor", "p1", 1), .. e.Effects.Skip(1)] });

    [Fact]
    public void Should_see_what_is_left_pending() => Sees("still pending", e => e with { Hub = e.Hub with { Pending = 1, Delivered = e.Hub.Delivered - 1 } });

    [Fact]
    public void Should_see_a_ledger_that_does_not_balance() => Sees("does not balance", e => e with { Hub = e.Hub with { Delivered = e.Hub.Delivered - 1 } });

    [Fact]
    public void Should_see_a_promise_that_the_hub_forgot() => Sees("the hub accounts for", e => e with { Hub = e.Hub with { Accepted = 3, Delivered = 2 } });

    [Fact]
    public void Should_see_a_dead_letter_too_many() => Sees("dead letters", e => e with { Hub = e.Hub with { DeadLettered = 2, Delivered = 2 } });

    [Fact]
    public void Should_see_an_event_without_an_answer() =>
        Sees("never got an answer", e => e with { Sent = [.. e.Sent, new SentEvent("nord", "p1", "x")] });

    [Fact]
    public void Should_see_two_events_answered_as_one() =>
        Sees("different events", e => e with { Sent = [.. e.Sent, new SentEvent("nord", "p1", "x") { MessageId = 1 }] });

    private static void Sees(string breach, Func<Evidence, Evidence> spoil) =>
        Assert.Contains(Verdict.Breaches(spoil(Kept())), b => b.Contains(breach, StringComparison.Ordinal));

    private static Evidence Kept() => new(
        [Sent("nord", "p1", 1), Sent("nord", "p1", 2), Sent("sor", "p1", 3), Sent("sor", "gone", 4)],
        new HubLedger(4, 3, 1, 0, 4, 0),
        [Effect(1, "nord", "p1", 1), Effect(2, "nord", "p1", 2), Effect(3, "sor", "p1", 3)],
        "gone");

    private static SentEvent Sent(string tenant, string patient, long id) => new(tenant, patient, $"e{id}") { MessageId = id };

    private static Effect Effect(long no, string tenant, string patient, long message) =>
        new(no, tenant, "Observation", patient, $"0123456789abcdef0123456789abcdef-{message}.1-0", "", "", Noon);
}
