using Hub.Benchmarks.Load;
using Hub.Benchmarks.Running;

namespace Hub.Benchmarks.Rows;

/// <summary>The floors, measured in the same run as the rows that are held against them.</summary>
/// <param name="EmptyPost">Empty Kestrel POST, requests per second.</param>
/// <param name="MapAndSend">The same loop without a store, messages per second.</param>
public sealed record FloorRows(double EmptyPost, double MapAndSend)
{
    private static readonly string Self = typeof(FloorRows).Assembly.Location;

    public static async Task<FloorRows> MeasureAsync(Bench bench)
    {
        Table.Progress("floors");
        var url = new Uri($"http://127.0.0.1:{Bench.FloorPort}/");
        double empty;
        using (var server = ChildProcess.Start(Self, ["floor-empty", $"{Bench.FloorPort}"]))
        {
            await server.ReadyAsync(url, TimeSpan.FromSeconds(20));
            empty = await RateAsync(Bench.Client(new Uri(url, "in"), "hub_00000000_x"), bench.LoadTime);
        }

        await using var receiver = await Receiver.StartAsync(Bench.ReceiverPort);
        using var mapper = ChildProcess.Start(Self, ["floor-map", $"{Bench.FloorPort}", receiver.Url.ToString()]);
        await mapper.ReadyAsync(new Uri(url, "health/ready"), TimeSpan.FromSeconds(20));
        return new FloorRows(empty, await RateAsync(Bench.Client(new Uri(url, "in"), null), bench.LoadTime));
    }

    private static async Task<double> RateAsync(LoadClient client, TimeSpan time)
    {
        await client.ClosedAsync(64, time / 3, long.MaxValue / 2);
        var result = await client.ClosedAsync(64, time, long.MaxValue / 2);
        return result.Other == 0 ? result.PerSecond : throw new InvalidOperationException($"{result.Other} requests failed at the floor.");
    }
}
