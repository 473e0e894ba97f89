using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Host.Demo;
using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;
using Hub.UnitTests.Simulators;
using Xunit;

namespace Hub.UnitTests.Demo;

public sealed class ProofTests
{
    private static readonly FeedEvent[] Two = [.. DignioStory.Tell(1, 1, new DateOnly(2026, 11, 2), 1).DistinctBy(e => e.EventId).Take(2)];

    [Fact]
    public async Task Should_find_nothing_where_three_ledgers_agree() =>
        Assert.Empty(Differences(await FeedAsync(), [Delivered(1, 0), Dead(2, 1)], [Ledgers.Effect(1, "1.1")]));

    [Fact]
    public async Task Should_allow_an_effect_of_a_delivery_that_is_still_pending() =>
        Assert.Empty(Differences(await FeedAsync(), [Delivered(1, 0), Ledgers.Message(2, Two[1].EventId, DeliveryState.Pending)], [Ledgers.Effect(1, "1.1"), Ledgers.Effect(2, "2.1")]));

    [Fact]
    public async Task Should_see_an_event_that_was_answered_and_is_not_stored() =>
        Assert.Contains("answered 202 and is not stored", Assert.Single(Differences(await FeedAsync(), [Delivered(1, 0)], [Ledgers.Effect(1, "1.1")])), StringComparison.Ordinal);

    [Fact]
    public async Task Should_see_an_event_that_is_stored_twice_and_one_that_was_never_sent()
    {
        var found = Differences(
            await FeedAsync(), [Delivered(1, 0), Dead(2, 1), Dead(3, 1), Ledgers.Message(4, "nobody", DeliveryState.DeadLettered)], [Ledgers.Effect(1, "1.1")]);

        Assert.Contains(found, d => d.Contains("is stored 2 times", StringComparison.Ordinal));
        Assert.Contains(found, d => d.Contains("was never sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_see_a_delivery_without_effect_a_dead_letter_with_one_and_one_of_another_tenant()
    {
        var found = Differences(await FeedAsync(), [Delivered(1, 0), Dead(2, 1)], [Ledgers.Effect(1, "2.1"), Ledgers.Effect(2, "9.1")]);

        Assert.Equal(3, found.Count);
        Assert.Contains(found, d => d.Contains("1.1 is delivered and took no effect", StringComparison.Ordinal));
        Assert.Contains(found, d => d.Contains("2.1 is a dead letter and took effect", StringComparison.Ordinal));
        Assert.Contains(found, d => d.Contains("9.1 took effect and is not one of this tenant", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_pass_on_what_the_journal_saw_twice_or_late() =>
        Assert.Equal(2, Proof.Differences("larvik", await FeedAsync(), [Delivered(1, 0), Dead(2, 1)], [Ledgers.Effect(1, "1.1")], Ledgers.Report(["1.1"], ["1.1"])).Count);

    [Fact]
    public void Should_count_lines_and_percentiles()
    {
        var messages = Enumerable.Range(1, 99).Select(i => Ledgers.Message(i, $"e{i}", DeliveryState.Delivered, attempts: 2, tookMs: i)).Append(Dead(100, 1)).ToList();

        var line = Assert.Single(BoardReading.Lines(messages, ["larvik"]));

        Assert.Equal((100, 100, 99, 1, 99), (line.In, line.Deliveries, line.Delivered, line.Dead, line.Retries));
        Assert.Equal((TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(99)), (line.P50, line.P99));
        Assert.Equal("P7", Assert.Single(BoardReading.Errors(messages, (_, _) => "P7")).Patient);
    }

    private static IReadOnlyList<string> Differences(IReadOnlyList<FeedEntry> feed, IReadOnlyList<MessageView> messages, IReadOnlyList<Effect> effects) =>
        Proof.Differences("larvik", feed, messages, effects, Ledgers.Report());

    private static MessageView Delivered(long id, int which) => Ledgers.Message(id, Two[which].EventId, DeliveryState.Delivered);

    private static MessageView Dead(long id, int which) => Ledgers.Message(id, Two[which].EventId, DeliveryState.DeadLettered);

    private static async Task<IReadOnlyList<FeedEntry>> FeedAsync()
    {
        await using var hub = await HubStub.StartAsync();
        using var feed = new DignioFeed(new FeedTarget(hub.Url, "key"));
        await feed.RunAsync(Two, 0, CancellationToken.None);
        return feed.Ledger.Entries;
    }
}
