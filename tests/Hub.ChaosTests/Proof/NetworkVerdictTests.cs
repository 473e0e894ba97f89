using Hub.ChaosTests.Load;
using Hub.Ebxml.Reliability;
using Hub.Simulators.Messaging;
using Hub.Tests.Support;
using Xunit;

namespace Hub.ChaosTests.Proof;

/// <summary>The judge of a lossy network can find somebody guilty.</summary>
public class NetworkVerdictTests
{
    [Fact]
    public void Should_find_nothing_where_every_promise_was_kept() => Assert.Empty(NetworkVerdict.Breaches(Kept()));

    [Fact]
    public void Should_see_a_lost_plan() => Sees("plan never took effect", e => e with { AtGp = ["1-0"] });

    [Fact]
    public void Should_see_a_doubled_plan() => Sees("plan took effect more than once", e => e with { AtGp = ["1-0", "1-1", "1-1"] });

    [Fact]
    public void Should_see_a_lost_letter() => Sees("letter never took effect", e => e with { AtJournal = [] });

    [Fact]
    public void Should_see_a_doubled_letter() => Sees("letter took effect more than once", e => e with { AtJournal = ["a", "A"] });

    [Fact]
    public void Should_see_a_letter_without_answer() => Sees("ended as", e => e with { Letters = [Letter("a", LetterAnswer.Waiting)] });

    [Fact]
    public void Should_see_a_dead_letter() => Sees("dead letters", e => e with { Hub = e.Hub with { DeadLettered = 1, Delivered = 3 } });

    [Fact]
    public void Should_see_what_is_left_pending() => Sees("pending", e => e with { Hub = e.Hub with { Pending = 1, Delivered = 3 } });

    [Fact]
    public void Should_see_plans_out_of_order_where_nothing_was_lost() => Sees("out of order", e => e with { AtGp = ["1-1", "1-0"], KeepsOrder = true });

    [Fact]
    public void Should_see_a_second_message_for_the_same_document() => Sees("second message", e => e with { Second = 1 });

    [Fact]
    public void Should_see_a_fault() => Sees("found a fault", e => e with { Faults = ["schema"] });

    private static void Sees(string breach, Func<NetworkEvidence, NetworkEvidence> spoil) =>
        Assert.Contains(NetworkVerdict.Breaches(spoil(Kept())), b => b.Contains(breach, StringComparison.Ordinal));

    private static NetworkEvidence Kept() => new(
        [new SentEvent("nord", "p", "1-0") { MessageId = 1 }, new SentEvent("nord", "p", "1-1") { MessageId = 2 }],
        new HubLedger(4, 4, 0, 0, 3, 0), ["1-0", "1-1"], [Letter("a", LetterAnswer.Accepted)], ["A"], [Letter("r", LetterAnswer.NotDue)], 0, []);

    private static SentLetter Letter(string id, LetterAnswer answer) =>
        new(1, $"m-{id}", id, "UTSKRIVNINGSRAPPORT", 1, "p", DateTimeOffset.UnixEpoch) { Phase = SentPhase.Acknowledged, Answer = answer };
}
