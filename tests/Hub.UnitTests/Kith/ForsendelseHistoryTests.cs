using FsCheck;
using FsCheck.Fluent;
using Hub.Kith.MsgHead;
using Xunit;

namespace Hub.UnitTests.Kith;

/// <summary>New, changed and cancelled sendings in any order of arrival (HIS 1154, acceptance test 22).</summary>
public sealed class ForsendelseHistoryTests
{
    private static readonly Forsendelse New = new("n", Forsendelsesstatus.Ny, At(0), "n");
    private static readonly Forsendelse Changed = new("m1", Forsendelsesstatus.Endring, At(1), "n");
    private static readonly Forsendelse ChangedAgain = new("m2", Forsendelsesstatus.Endring, At(2), "n");
    private static readonly Forsendelse Cancelled = new("c", Forsendelsesstatus.Kansellering, At(3), "n");

    public static TheoryData<string, string, string?> Orders => new()
    {
        { "n", "Apply", "n" },
        { "n m1 m2", "Apply Supersede Supersede", "m2" },
        { "n m2 m1", "Apply Supersede IgnoreOlder", "m2" },
        { "m1 n", "HoldForFirst ApplyHeldChange", "m1" },
        { "m2 m1 n", "HoldForFirst IgnoreOlder ApplyHeldChange", "m2" },
        { "m1", "HoldForFirst", null },
        { "n c", "Apply Cancel", null },
        { "c n", "HoldForFirst FileCancelled", null },
        { "c m1 n", "HoldForFirst FileCancelled FileCancelled", null },
        { "n c m1", "Apply Cancel FileCancelled", null },
        { "n n m1 m1", "Apply IgnoreDuplicate Supersede IgnoreDuplicate", "m1" },
    };

    [Theory, MemberData(nameof(Orders))]
    public void Should_decide_in_any_order(string arrivals, string actions, string? shown)
    {
        var decided = new List<ForsendelseDecision>();
        foreach (var id in arrivals.Split(' '))
        {
            var history = decided is [.., var last] ? last.History : ForsendelseHistory.Empty;
            decided.Add(history.Decide(new[] { New, Changed, ChangedAgain, Cancelled }.Single(f => f.MsgId == id)));
        }

        Assert.Equal(actions, string.Join(' ', decided.Select(d => d.Action)));
        Assert.Equal(shown, decided[^1].Show);
    }

    [Fact]
    public void Should_end_the_same_whatever_the_order()
    {
        var chain = from seconds in Gen.Choose(0, 2).ArrayOf(4)
                    from cancel in Gen.Elements(true, false)
                    from order in Gen.Shuffle(Enumerable.Range(0, cancel ? 6 : 5).ToArray())
                    select (Sendings(seconds, cancel), order);
        Prop.ForAll(chain.ToArbitrary(), c =>
        {
            var (sendings, order) = c;
            var inOrder = Fold(sendings);
            var shuffled = Fold([.. order.Select(i => sendings[i])]);
            return inOrder == shuffled;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Should_find_the_chain_by_the_conversation()
    {
        var info = Samples.Info() with { ConversationRef = new ConversationRef("parent", "first") };

        Assert.Equal(("first", Forsendelsesstatus.Endring), (Forsendelse.Of(info, "M").First, Forsendelse.Of(info, "M").Status));
        Assert.Equal(info.MsgId, Forsendelse.Of(info, "N").First);
    }

    private static Forsendelse[] Sendings(int[] seconds, bool cancel)
    {
        var changes = seconds.Select((s, i) => new Forsendelse($"m{i}", Forsendelsesstatus.Endring, At(s), "n"));
        return [New, .. changes, .. cancel ? new[] { Cancelled } : []];
    }

    private static string? Fold(IReadOnlyList<Forsendelse> sendings) =>
        sendings.Aggregate((Show: (string?)null, History: ForsendelseHistory.Empty), (state, next) =>
        {
            var decision = state.History.Decide(next);
            return (decision.Show, decision.History);
        }).Show;

    private static DateTimeOffset At(int seconds) => Samples.Generated.AddSeconds(seconds);
}
