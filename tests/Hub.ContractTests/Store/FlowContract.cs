using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

public abstract class FlowContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    private static readonly FlowFilter Day = new("larvik", Noon.AddHours(-12), Noon.AddHours(12));

    [Fact]
    public async Task Should_tell_how_traffic_one_way_fares()
    {
        await Store.TakeAsync("node", [3], None);
        var ids = await AcceptDueAsync("a", "b", "c", "d", "e", "f");
        await AcceptAsync(Raw(Message("g") with { Deliveries = [] }));
        await Store.CommitAsync(
            [
                Delivered(ids[0]) with { Due = Noon.AddSeconds(1) },
                Delivered(ids[1]) with { Due = Noon.AddSeconds(3) },
                Outcome(ids[2], DeliveryState.DeadLettered) with { ErrorCode = "HUB-SEND-005", Due = Noon.AddMinutes(2) },
                Outcome(ids[3], DeliveryState.Pending) with { ErrorCode = "HUB-SEND-005" },
                Outcome(ids[4], DeliveryState.AwaitingReceipt),
            ],
            None);

        var edges = await Store.FlowsAsync(Day, None);

        Assert.Equal(2, edges.Count);
        Assert.Equal(
            new FlowEdge("larvik", "dignio", "epj", "to-epj", ContentKind.Measurement, 6, 2, 1, 3)
            {
                Retrying = 1,
                P50Ms = 1000,
                P95Ms = 3000,
                OldestPendingAt = Noon,
                LastDeliveredAt = Noon.AddSeconds(3),
                LastFailedAt = Noon.AddMinutes(2),
            },
            edges[0]);
        Assert.Equal(new FlowEdge("larvik", "dignio", null, null, ContentKind.Measurement, 1, 0, 0, 0), edges[1]);
        Assert.Equal(0, Assert.Single(await Store.FlowsAsync(Day with { From = Noon.AddMinutes(5), Partner = "epj" }, None)).Accepted);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Should_count_what_looking_at_every_message_counts(int seed)
    {
        await new Traffic(Store, seed).RunAsync(200);
        var all = (await Store.SearchAsync(new MessageFilter(null, Limit: 500), None)).Messages;
        foreach (var filter in new FlowFilter[]
        {
            new(null, Noon, Noon.AddHours(9)), new("larvik", Noon.AddMinutes(30), Noon.AddMinutes(100)), new("bodo", Noon, Noon.AddHours(9)) { Source = "dignio" },
            new(null, Noon, Noon.AddHours(9)) { Partner = "epj" }, new("oslo", Noon, Noon.AddHours(9)) { Party = "tellu" },
        })
        {
            var expected =
                from message in all
                where (filter.Tenant ?? message.Tenant) == message.Tenant && (filter.Source ?? message.Source) == message.Source
                where message.AcceptedAt >= filter.From && message.AcceptedAt < filter.To
                from delivery in message.Deliveries
                where (filter.Partner ?? delivery.Partner) == delivery.Partner && (filter.Party ?? delivery.Partner) == delivery.Partner
                group delivery by (message.Tenant, message.Source, delivery.Partner, delivery.Route, message.Content) into g
                select (g.Key, g.LongCount(), Of(g, DeliveryState.Delivered), Of(g, DeliveryState.DeadLettered, DeliveryState.Discarded), Of(g, DeliveryState.Pending, DeliveryState.AwaitingReceipt, DeliveryState.Held));
            var edges = (await Store.FlowsAsync(filter, None)).Where(e => e.Accepted > 0 && e.Partner is not null)
                .Select(e => ((e.Tenant, e.Source, e.Partner!, e.Route!, e.Content), e.Accepted, e.Delivered, e.Failed, e.Pending));
            Assert.Equal(expected.Order(), edges.Order());
        }

        static long Of(IEnumerable<DeliveryHead> deliveries, params DeliveryState[] states) => deliveries.LongCount(d => states.Contains(d.State));
    }

    [Fact]
    public async Task Should_draw_volume_delay_age_and_failures()
    {
        await Store.TakeAsync("node", [3], None);
        var ids = (await AcceptAsync([.. Enumerable.Range(0, 6).Select(i => Raw(Message("m" + i)) with { ReceivedAt = Noon.AddMinutes(2 * i) })])).Select(r => new DeliveryId(r.MessageId, 1)).ToList();
        await Store.CommitAsync(
            [
                Delivered(ids[0]) with { Due = Noon.AddSeconds(1) }, Delivered(ids[1]) with { Due = Noon.AddMinutes(11) }, Delivered(ids[3]) with { Due = Noon.AddMinutes(6).AddSeconds(2) },
                Outcome(ids[2], DeliveryState.DeadLettered) with { ErrorCode = "HUB-SEND-005", Due = Noon.AddMinutes(7) },
            ],
            None);
        var filter = new FlowFilter("larvik", Noon, Noon.AddMinutes(15));

        Assert.Equal([3, 2, 1], await SeriesAsync(filter, SeriesMetric.Volume));
        Assert.Equal([0, 1, 0], await SeriesAsync(filter, SeriesMetric.Failures));
        Assert.Equal([1000, 2000, null], await SeriesAsync(filter, SeriesMetric.Delay));
        Assert.Equal([180, 480, 420], await SeriesAsync(filter, SeriesMetric.Age));
        Assert.Equal([0, 0, 0], await SeriesAsync(filter with { Tenant = "skien" }, SeriesMetric.Volume));
        var points = await Store.SeriesAsync(filter, TimeSpan.FromMinutes(5), SeriesMetric.Delay, None);
        Assert.Equal([Noon, Noon.AddMinutes(5), Noon.AddMinutes(10)], points.Select(p => p.At));
        Assert.Equal(540_000, points[0].P95);
    }

    private async Task<double?[]> SeriesAsync(FlowFilter filter, SeriesMetric metric) =>
        [.. (await Store.SeriesAsync(filter, TimeSpan.FromMinutes(5), metric, None)).Select(p => p.Value)];
}
