using System.Diagnostics;
using Hub.Benchmarks.Load;
using Hub.Benchmarks.Running;

namespace Hub.Benchmarks.Rows;

/// <summary>Intake, the whole path, latency, memory, disk and start of one hub on one backing.</summary>
public static class PathRows
{
    public static async Task<IReadOnlyList<Row>> MeasureAsync(Bench bench, Backing backing, FloorRows floors)
    {
        var rows = new List<Row>();
        await using var receiver = await Receiver.StartAsync(Bench.ReceiverPort);
        using var hub = new HubUnderTest(backing, Bench.HubPort, receiver.Url);

        Table.Progress($"start, {backing.Name}");
        await hub.StartAsync();
        hub.Kill();
        var start = Stopwatch.StartNew();
        await hub.StartAsync();
        await Bench.Client(hub.Webhook, hub.Key).ClosedAsync(1, TimeSpan.FromSeconds(5), 1);
        rows.Add(new Row("start to first 202", backing.Name, start.Elapsed.TotalSeconds, "s", null, "<= 1 s", start.Elapsed.TotalSeconds <= 1));
        await receiver.WaitAsync(1, TimeSpan.FromSeconds(10));
        await Task.Delay(1000);
        rows.Add(new Row("memory idle", backing.Name, hub.Megabytes, "MB", null, "<= 110 MB", hub.Megabytes <= 110));

        Table.Progress($"latency, {backing.Name}");
        await WarmUpAsync(bench, hub, receiver);
        rows.AddRange(await LatencyAsync(bench, backing, hub, receiver, 50, r => r.P50 <= 5 && r.P99 <= 20, "p50 <= 5 ms, p99 <= 20 ms"));
        rows.AddRange(await LatencyAsync(bench, backing, hub, receiver, 2000, r => r.P99 <= 25, "p99 <= 25 ms"));

        Table.Progress($"whole path, {backing.Name}");
        var whole = await WholePathAsync(bench, hub, receiver);
        rows.Add(new Row("intake -> mapped -> delivered, 64 connections", backing.Name, whole, "/s", floors.MapAndSend, ">= 0.25 and >= 6,000/s", whole >= 6000 && whole >= 0.25 * floors.MapAndSend));
        rows.Add(new Row("memory loaded", backing.Name, hub.Megabytes, "MB", null, "<= 200 MB", hub.Megabytes <= 200));

        Table.Progress($"intake, {backing.Name}");
        rows.Add(await IntakeAsync(bench, backing, hub, receiver, floors));
        return rows;
    }

    private static async Task WarmUpAsync(Bench bench, HubUnderTest hub, Receiver receiver)
    {
        receiver.Reset();
        var result = await Bench.Client(hub.Webhook, hub.Key).ClosedAsync(64, bench.LoadTime / 2, 50_000);
        await receiver.WaitAsync(result.Accepted, TimeSpan.FromSeconds(30));
    }

    private static async Task<IReadOnlyList<Row>> LatencyAsync(Bench bench, Backing backing, HubUnderTest hub, Receiver receiver, int perSecond, Func<Percentiles, bool> met, string goal)
    {
        receiver.Reset();
        var arrivals = new Arrivals();
        receiver.Seen = arrivals.Arrived;
        var result = await Bench.Client(hub.Webhook, hub.Key, arrivals.Sending).OpenAsync(perSecond, bench.LoadTime, perSecond > 500 ? 32 : 8);
        await receiver.WaitAsync(result.Accepted, TimeSpan.FromSeconds(30));
        receiver.Seen = null;
        var latency = arrivals.Latency;
        return
        [
            new Row($"latency intake -> delivered at {perSecond}/s, p50", backing.Name, latency.P50, "ms", null, goal, met(latency)),
            new Row($"latency intake -> delivered at {perSecond}/s, p99", backing.Name, latency.P99, "ms", null, goal, met(latency)),
        ];
    }

    private static async Task<double> WholePathAsync(Bench bench, HubUnderTest hub, Receiver receiver)
    {
        receiver.Reset();
        var clock = Stopwatch.StartNew();
        var result = await Bench.Client(hub.Webhook, hub.Key).ClosedAsync(64, bench.LoadTime, long.MaxValue / 2);
        if (result.Other > 0 || !await receiver.WaitAsync(result.Accepted, TimeSpan.FromMinutes(2)))
            throw new InvalidOperationException($"{result.Other} refused; {receiver.Received} of {result.Accepted} delivered.");
        return result.Accepted / clock.Elapsed.TotalSeconds;
    }

    // The partner is down, so that taking in is all the hub does.
    private static async Task<Row> IntakeAsync(Bench bench, Backing backing, HubUnderTest hub, Receiver receiver, FloorRows floors)
    {
        receiver.IsUp = false;
        await Bench.Client(hub.Webhook, hub.Key).ClosedAsync(64, bench.LoadTime / 3, long.MaxValue / 2);
        var result = await Bench.Client(hub.Webhook, hub.Key).ClosedAsync(64, bench.LoadTime, long.MaxValue / 2);
        return result.Other == 0
            ? new Row("intake, durable 202, 64 connections", backing.Name, result.PerSecond, "/s", floors.EmptyPost, ">= 0.30", result.PerSecond >= 0.30 * floors.EmptyPost)
            : throw new InvalidOperationException($"{result.Other} requests refused.");
    }
}
