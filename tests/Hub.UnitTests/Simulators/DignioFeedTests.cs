using Hub.Simulators.Dignio;
using Xunit;

namespace Hub.UnitTests.Simulators;

public sealed class DignioFeedTests
{
    private static readonly DateOnly Monday = new(2026, 11, 2);

    [Fact]
    public async Task Should_send_every_event_once_and_note_repeats()
    {
        await using var hub = await HubStub.StartAsync();
        using var feed = new DignioFeed(new FeedTarget(hub.Url, "key"));
        var events = DignioStory.Tell(3, 6, Monday, 4).ToList();

        var posted = await feed.RunAsync(events, 0, TestContext.Current.CancellationToken);

        Assert.Equal(events.Count, posted);
        Assert.Equal(events.Select(e => e.EventId).Distinct(), feed.Ledger.Entries.Select(e => e.EventId));
        Assert.Equal(hub.Events.Count, feed.Ledger.Taken);
        Assert.Equal(events.Count - hub.Events.Count, feed.Ledger.Repeats);
        Assert.Equal([1L], feed.Ledger.Entries[0].MessageIds);
    }

    [Fact]
    public async Task Should_send_the_same_event_again_until_it_is_answered()
    {
        await using var hub = await HubStub.StartAsync(503, 0, 429, 202);
        using var feed = new DignioFeed(new FeedTarget(hub.Url, "key"));
        var e = DignioStory.Tell(1, 1, Monday, 1).First();

        var entry = await feed.SendAsync(e, TestContext.Current.CancellationToken);

        Assert.Equal(FeedState.Taken, entry.State);
        Assert.Equal(4, entry.Posts);
    }

    [Fact]
    public async Task Should_give_up_what_is_refused()
    {
        await using var hub = await HubStub.StartAsync(422);
        using var feed = new DignioFeed(new FeedTarget(hub.Url, "key"));

        var entry = await feed.SendAsync(DignioStory.Tell(1, 1, Monday, 1).First(), TestContext.Current.CancellationToken);

        Assert.Equal(FeedState.Refused, entry.State);
        Assert.Equal(422, entry.Status);
    }

    [Fact]
    public async Task Should_load_with_every_number_once_and_each_patient_in_order()
    {
        await using var hub = await HubStub.StartAsync(202, 503, 0, 202);

        var report = await DignioLoad.RunAsync(
            new LoadOptions { Targets = [new FeedTarget(hub.Url, "key")], Count = 500, Connections = 4, Patients = 20 }, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 500), report.Taken);
        Assert.Empty(report.Unanswered);
        Assert.True(report.Posts >= 502);
        Assert.Equal(500, hub.Events.Count);
        Assert.Equal(20, hub.Order.Select(o => o.Patient).Distinct().Count());
        Assert.All(hub.Order.GroupBy(o => o.Patient), lane => Assert.Equal(lane.Select(o => o.Id).Order(StringComparer.Ordinal), lane.Select(o => o.Id)));
    }

    [Fact]
    public async Task Should_keep_the_pace_of_an_open_loop()
    {
        await using var hub = await HubStub.StartAsync();

        var report = await DignioLoad.RunAsync(
            new LoadOptions { Targets = [new FeedTarget(hub.Url, "key")], Rate = 200, Count = 100, Connections = 4 }, TestContext.Current.CancellationToken);

        Assert.InRange(report.Elapsed, TimeSpan.FromMilliseconds(480), TimeSpan.FromSeconds(10));
        Assert.True(report.P50 > TimeSpan.Zero && report.P50 <= report.P99);
    }

    [Fact]
    public async Task Should_count_what_nobody_answered()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        var report = await DignioLoad.RunAsync(
            new LoadOptions { Targets = [new FeedTarget(new Uri("http://127.0.0.1:9/in/a/b"), "key")], Connections = 2, Patience = TimeSpan.FromMilliseconds(100) }, stop.Token);

        Assert.Empty(report.Taken);
        Assert.Equal([0, 1], report.Unanswered);
    }
}
