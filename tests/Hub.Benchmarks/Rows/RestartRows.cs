using System.Diagnostics;
using Hub.Benchmarks.Running;

namespace Hub.Benchmarks.Rows;

/// <summary>kill -9 with many deliveries pending: what is lost, what comes twice, how soon and how fast the rest goes out; and what a message costs on disk.</summary>
public static class RestartRows
{
    public static async Task<IReadOnlyList<Row>> MeasureAsync(Bench bench, Backing backing)
    {
        Table.Progress($"kill -9, {backing.Name}");
        await using var receiver = await Receiver.StartAsync(Bench.ReceiverPort);
        using var hub = new HubUnderTest(backing, Bench.HubPort, receiver.Url);
        await hub.StartAsync();
        var before = await backing.BytesAsync();

        var arrivals = new Arrivals();
        receiver.IsUp = false;
        var accepted = (await Bench.Client(hub.Webhook, hub.Key).ClosedAsync(64, TimeSpan.FromMinutes(2), bench.Pending)).Accepted;
        hub.Kill();

        receiver.Reset();
        receiver.Seen = arrivals.Arrived;
        receiver.IsUp = true;
        var clock = Stopwatch.StartNew();
        var started = Stopwatch.GetTimestamp();
        await hub.StartAsync();
        var drained = await WaitAsync(() => arrivals.Distinct >= accepted, TimeSpan.FromMinutes(3));
        var all = clock.Elapsed;
        var first = Stopwatch.GetElapsedTime(started, receiver.FirstAt);
        var rate = arrivals.Distinct / (all - first).TotalSeconds;
        var lost = accepted - arrivals.Distinct;

        receiver.Seen = null;

        // Outcomes of the last sends are still on their way to the disk.
        await Task.Delay(1000);
        var perMessage = (await backing.BytesAsync() - before) / 1000.0 / accepted;
        var operators = await OperatorRows.MeasureAsync(bench, backing, hub, receiver, accepted);
        var what = $"kill -9 with {accepted:#,0} pending";
        return
        [
            new Row($"{what}: lost", backing.Name, lost, "", null, "0", drained && lost == 0),
            new Row($"{what}: repeats at the receiver", backing.Name, arrivals.Repeats, "", null, "<= in flight (64)", arrivals.Repeats <= 64),
            new Row($"{what}: start to first delivery", backing.Name, first.TotalSeconds, "s", null, "<= 0.5 s", first.TotalSeconds <= 0.5),
            new Row("engine alone: due deliveries drained over HTTP", backing.Name, rate, "/s", null, ">= 10,000/s", rate >= 10_000),
            new Row("disk per small message, delivered", backing.Name, perMessage, "kB", null, "<= 2.5 kB", perMessage <= 2.5),
            .. operators,
        ];
    }

    private static async Task<bool> WaitAsync(Func<bool> done, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        while (!done())
        {
            if (clock.Elapsed > limit)
                return false;
            await Task.Delay(5);
        }

        return true;
    }
}
