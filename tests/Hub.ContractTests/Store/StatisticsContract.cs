using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

public abstract class StatisticsContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public async Task Should_count_by_day_source_receiver_content_and_triage()
    {
        await Store.TakeAsync("node", [3], None);
        await AcceptAsync(
            At(Noon, Message("a", 0, "", DeliveryTo(), DeliveryTo("dips"))),
            At(Noon.AddHours(1), Message("b", 0, "", DeliveryTo(), DeliveryTo())),
            At(Noon.AddHours(2), Message("c") with { Triage = Triage.Red }),
            At(Noon.AddHours(3), Message("d") with { Kind = ContentKind.Note }),
            At(Noon.AddHours(4), Message("e") with { Deliveries = [] }),
            At(Noon.AddHours(5), Message("f", 0, "", DeliveryTo(dead: "HUB-ROUTE-001"))),
            At(Noon.AddDays(1), Message("g")) with { Source = "tellu" },
            RawOf("skien", Message("h")));

        var counts = await DailyAsync(Day, Day.AddDays(1));

        Assert.Equal(
            [
                Line("-", messages: 1),
                Line("dips", messages: 1, deliveries: 1, pending: 1),
                Line("epj", messages: 3, deliveries: 4, pending: 3, failed: 1),
                Line("epj", messages: 1, deliveries: 1, pending: 1) with { Triage = Triage.Red },
                Line("epj", messages: 1, deliveries: 1, pending: 1) with { Content = ContentKind.Note },
                Line("epj", messages: 1, deliveries: 1, pending: 1) with { Day = Day.AddDays(1), Source = "tellu" },
            ],
            counts);
        Assert.Equal([Line("epj", messages: 1, deliveries: 1, pending: 1)], await Store.DailyAsync(new StatisticsFilter("skien", Day, Day), None));
        Assert.Empty(await Store.DailyAsync(new StatisticsFilter("tromso", Day, Day), None));
    }

    [Fact]
    public async Task Should_tell_delivered_failed_pending_and_retried_apart()
    {
        await Store.TakeAsync("node", [3], None);
        var ids = await AcceptDueAsync("a", "b", "c", "d", "e", "f", "g");
        await Store.CommitAsync(
            [
                Delivered(ids[0]),
                Delivered(ids[1]) with { Attempts = 3 },
                Outcome(ids[2], DeliveryState.DeadLettered, attempts: 5),
                Outcome(ids[3], DeliveryState.AwaitingReceipt),
                Outcome(ids[4], DeliveryState.Pending, attempts: 2),
            ],
            None);
        Assert.True((await Store.DiscardAsync(ids[5], new OperatorAct("kari", Noon, "sent by phone"), None)).IsOk);

        var line = Assert.Single(await DailyAsync(Day, Day));
        Assert.Equal((7, 7, 2, 2, 3, 3), (line.Messages, line.Deliveries, line.Delivered, line.Failed, line.Pending, line.Retried));
    }

    /// <summary>Nearest rank: of 20 the 10th and the 19th; of 3 the 2nd and the 3rd.</summary>
    [Theory]
    [InlineData(1, 1000, 1000)]
    [InlineData(2, 1000, 2000)]
    [InlineData(3, 2000, 3000)]
    [InlineData(20, 10_000, 19_000)]
    [InlineData(100, 50_000, 95_000)]
    [InlineData(101, 51_000, 96_000)]
    public async Task Should_give_the_times_within_which_half_and_95_of_100_were_delivered(int count, long median, long p95)
    {
        await Store.TakeAsync("node", [3], None);
        var ids = await AcceptDueAsync([.. Enumerable.Range(0, count + 2).Select(i => "m" + i)]);
        var seconds = Enumerable.Range(1, count).OrderBy(i => i * 7919 % 101).ToArray();
        await Store.CommitAsync([.. seconds.Select((s, i) => Delivered(ids[i]) with { Due = Noon.AddSeconds(s) }), Outcome(ids[count], DeliveryState.DeadLettered) with { Due = Noon.AddDays(9) }], None);

        var line = Assert.Single(await DailyAsync(Day, Day));
        Assert.Equal((count, median, p95), (line.Delivered, line.MedianDelayMs, line.P95DelayMs));
    }

    [Fact]
    public async Task Should_measure_a_delivery_that_a_receipt_or_an_operator_ended_to_its_last_end()
    {
        await Store.TakeAsync("node", [3], None);
        var ids = await AcceptDueAsync("a", "b");
        await Store.CommitAsync([Outcome(ids[0], DeliveryState.AwaitingReceipt) with { Due = Noon.AddHours(4) }, Outcome(ids[1], DeliveryState.DeadLettered) with { Due = Noon.AddMinutes(1) }], None);
        await Store.SettleAsync([Delivered(ids[0]) with { Due = Noon.AddSeconds(90) }], DeliveryState.AwaitingReceipt, None);
        Assert.True((await Store.RedeliverAsync(ids[1], new OperatorAct("kari", Noon.AddHours(1), "the journal is back"), None)).IsOk);
        Assert.Equal(90_000, Assert.Single(await DailyAsync(Day, Day)).P95DelayMs);
        await Store.CommitAsync([Delivered(ids[1]) with { Due = Noon.AddHours(2) }], None);

        var line = Assert.Single(await DailyAsync(Day, Day));
        Assert.Equal((2, 90_000, 7_200_000), (line.Delivered, line.MedianDelayMs, line.P95DelayMs));
    }

    [Fact]
    public async Task Should_cut_days_at_midnight_utc_and_look_at_no_others()
    {
        var midnight = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

        // Requests that waited differently long: numbers are not quite in the order of acceptance.
        var times = Enumerable.Range(-600, 1200).Select(i => midnight.AddSeconds(i * 240).AddSeconds(i % 2 == 0 ? 700 : -700)).ToList();
        foreach (var chunk in times.Select((at, i) => At(at, Message("m" + i))).Chunk(100))
            await AcceptAsync(chunk);

        foreach (var (from, to) in new[] { (-1, -1), (0, 0), (-1, 0), (-400, -1), (-2, 2), (1, 300), (7, 8) })
        {
            var expected = times.Select(t => DateOnly.FromDateTime(t.UtcDateTime)).Where(d => d >= Day.AddDays(from) && d <= Day.AddDays(to)).GroupBy(d => d).OrderBy(g => g.Key);
            var counts = await DailyAsync(Day.AddDays(from), Day.AddDays(to));
            Assert.Equal(expected.Select(g => (g.Key, (long)g.Count())), counts.Select(c => (c.Day, c.Messages)));
        }
    }

    /// <summary>A database as the third version left it: when its deliveries ended is not known.</summary>
    [Fact]
    public async Task Should_bring_a_database_of_the_third_schema_up_to_date_and_guess_no_times()
    {
        await Store.TakeAsync("node", [3], None);
        var ids = await AcceptDueAsync("a", "b");
        await Store.CommitAsync([Delivered(ids[0])], None);
        await Store.DisposeAsync();
        await Downgrade.ToAsync(Database, 3);

        await ReopenAsync();
        var line = Assert.Single(await DailyAsync(Day, Day));
        Assert.Equal((1, null, null), (line.Delivered, line.MedianDelayMs, line.P95DelayMs));
        await Store.TakeAsync("node", [3], None);
        await Store.CommitAsync([Delivered(ids[1], 2)], None);
        Assert.Equal(60_000, Assert.Single(await DailyAsync(Day, Day)).MedianDelayMs);
    }

    private static NewRawMessage At(DateTimeOffset at, NewMessage message) => Raw(message) with { ReceivedAt = at };

    private static DailyCount Line(string partner, long messages, long deliveries = 0, long pending = 0, long failed = 0) =>
        new(Day, "dignio", partner, ContentKind.Measurement, Triage.Yellow, messages, deliveries, 0, failed, pending, 0, null, null);

    private Task<IReadOnlyList<DailyCount>> DailyAsync(DateOnly from, DateOnly to) => Store.DailyAsync(new StatisticsFilter("larvik", from, to), None);
}
