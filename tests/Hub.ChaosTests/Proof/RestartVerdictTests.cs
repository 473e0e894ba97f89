using Hub.ChaosTests.Load;
using Xunit;

namespace Hub.ChaosTests.Proof;

/// <summary>Each way in which a restart may show is put before the verdict.</summary>
public sealed class RestartVerdictTests
{
    private static readonly Uri Node = new("http://127.0.0.1:1/");

    private static readonly Try Taken = new(Node, 202);

    [Fact]
    public void Should_find_nothing_where_senders_could_try_again() => Assert.Empty(
        RestartVerdict.Breaches([Sent(true, Taken), Sent(false, new Try(Node, null, Lost.Refused), new Try(Node, 503) { SaysWhen = true }, new Try(Node, null, Lost.Cut), Taken)], 0));

    [Fact]
    public void Should_see_an_answer_that_helps_nobody() => Sees("cannot try again", Sent(false, new Try(Node, 500), Taken));

    [Fact]
    public void Should_see_an_answer_that_does_not_say_when() => Sees("cannot try again", Sent(false, new Try(Node, 503), Taken));

    [Fact]
    public void Should_see_an_answer_that_took_too_long() => Sees("cannot try again", Sent(false, new Try(Node, null, Lost.Late), Taken));

    [Fact]
    public void Should_see_what_was_taken_in_without_an_answer() => Sees("without an answer", Sent(false, new Try(Node, null, Lost.Cut), new Try(Node, 200)));

    [Fact]
    public void Should_see_what_a_balancer_could_not_help() => Sees("of a balancer", Sent(true, new Try(Node, null, Lost.Refused), Taken));

    [Fact]
    public void Should_see_that_one_kind_of_senders_is_missing() => Assert.Contains(RestartVerdict.Breaches([Sent(true, Taken)], 0), b => b.Contains("both kinds", StringComparison.Ordinal));

    [Fact]
    public void Should_see_what_was_sent_again() => Assert.Contains(RestartVerdict.Breaches([Sent(true, Taken), Sent(false, Taken)], 3), b => b.Contains("3 documents again", StringComparison.Ordinal));

    private static void Sees(string breach, SentEvent wrong) =>
        Assert.Contains(breach, Assert.Single(RestartVerdict.Breaches([Sent(true, Taken), Sent(false, Taken), wrong], 0)), StringComparison.Ordinal);

    private static SentEvent Sent(bool balanced, params Try[] tries)
    {
        var e = new SentEvent("nord", "p", "e1") { IsBalanced = balanced };
        foreach (var one in tries)
            e.Add(one);
        return e;
    }
}
