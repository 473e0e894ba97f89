using System.Diagnostics;
using Hub.Benchmarks.Load;
using Hub.Benchmarks.Running;

namespace Hub.Benchmarks.Rows;

/// <summary>A steady trickle of messages whose way from the source to the receiver is timed, beside something that it must not feel.</summary>
public static class LiveTraffic
{
    public const int PerSecond = 50;

    public static async Task<Percentiles> RunAsync(HubUnderTest hub, Receiver receiver, TimeSpan time, CancellationToken stop = default)
    {
        var arrivals = new Arrivals();
        receiver.Seen = arrivals.Arrived;

        // In short pieces, so that it can end with what it stands beside.
        var piece = TimeSpan.FromSeconds(1);
        var accepted = 0L;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time && !stop.IsCancellationRequested;)
            accepted += (await Bench.Client(hub.Webhook, hub.Key, arrivals.Sending).OpenAsync(PerSecond, piece, 8)).Accepted;
        var wait = Stopwatch.StartNew();
        while (arrivals.Timed < accepted && wait.Elapsed < TimeSpan.FromSeconds(30))
            await Task.Delay(5, CancellationToken.None);
        receiver.Seen = null;
        return arrivals.Latency;
    }

    /// <summary>What it felt of something, as rows.</summary>
    /// <param name="backing">Where.</param>
    /// <param name="before">Its latency by itself.</param>
    /// <param name="during">Its latency beside it.</param>
    public static IEnumerable<Row> Felt(Backing backing, Percentiles before, Percentiles during) =>
    [
        new($"live latency at {PerSecond}/s during it, p50 (floor: before it)", backing.Name, during.P50, "ms", before.P50, "<= 1.2", during.P50 <= 1.2 * before.P50),
        new($"live latency at {PerSecond}/s during it, p99 (floor: before it)", backing.Name, during.P99, "ms", before.P99, "<= 1.2", during.P99 <= 1.2 * before.P99),
    ];
}
