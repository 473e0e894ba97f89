using Hub.Benchmarks.Running;

namespace Hub.Benchmarks.Rows;

/// <summary>One partner down with a great backlog: whether the others notice, and how it drains afterwards.</summary>
public static class ParkedRows
{
    public static async Task<IReadOnlyList<Row>> MeasureAsync(Bench bench, Backing backing)
    {
        Table.Progress($"a dead partner, {backing.Name}");
        await using var receiver = await Receiver.StartAsync(Bench.ReceiverPort);
        await using var dead = await Receiver.StartAsync(Bench.DeadPort);
        dead.IsUp = false;
        using var hub = new HubUnderTest(backing, Bench.HubPort, receiver.Url, dead: dead.Url);
        await hub.StartAsync();
        await WholeAsync(bench, hub, receiver);
        var before = await WholeAsync(bench, hub, receiver);

        var parked = (await Bench.Client(hub.DeadWebhook, hub.DeadKey).ClosedAsync(64, TimeSpan.FromMinutes(10), bench.Parked)).Accepted;
        var beside = await WholeAsync(bench, hub, receiver);

        dead.Reset();
        dead.IsUp = true;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var seconds = TimeSpan.FromSeconds(30);
        await dead.WaitAsync(parked, seconds);
        var drain = dead.Received / clock.Elapsed.TotalSeconds;
        var operators = await OperatorRows.MeasureAsync(bench, backing, hub, receiver, parked);
        return
        [
            new Row($"whole path beside a dead partner with {parked:#,0} parked", backing.Name, beside, "/s", before, ">= 0.9", beside >= 0.9 * before),
            new Row("drain of the backlog after its return", backing.Name, drain, "/s", null, ">= 1,000/s", drain >= 1000),
            .. operators,
        ];
    }

    private static async Task<double> WholeAsync(Bench bench, HubUnderTest hub, Receiver receiver)
    {
        receiver.Reset();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var result = await Bench.Client(hub.Webhook, hub.Key).ClosedAsync(64, bench.LoadTime, long.MaxValue / 2);
        await receiver.WaitAsync(result.Accepted, TimeSpan.FromMinutes(2));
        return result.Accepted / clock.Elapsed.TotalSeconds;
    }
}
