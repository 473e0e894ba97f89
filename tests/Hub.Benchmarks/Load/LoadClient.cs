using System.Diagnostics;
using System.Net;

namespace Hub.Benchmarks.Load;

/// <summary>Keeps a number of connections busy over raw sockets: a lean client, so that the server under test has the machine. Bounded in count and time.</summary>
public sealed class LoadClient(Uri target, RequestTemplate template, IReadOnlyList<byte[]> patients)
{
    private long _serial;
    private long _accepted;
    private long _other;

    /// <summary>First serial number that the next run uses.</summary>
    public long NextSerial { get => _serial; init => _serial = value; }

    /// <summary>Called with the serial number and the moment just before each request goes out.</summary>
    public Action<long, long>? Sending { get; init; }

    /// <summary>True when an open loop counts from when a request was due, so that what has to wait for a slow one before it is counted as slow itself; default false.</summary>
    public bool CountWaiting { get; init; }

    /// <summary>Closed loop: each connection sends its next request when the last one was answered.</summary>
    public async Task<LoadResult> ClosedAsync(int connections, TimeSpan limit, long count)
    {
        var last = _serial + count;
        var clock = Stopwatch.StartNew();
        var latencies = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var connection = await LoadConnection.OpenAsync(Endpoint(), template);
            var seen = new List<double>();
            while (clock.Elapsed < limit)
            {
                var serial = Interlocked.Increment(ref _serial) - 1;
                if (serial >= last)
                    break;
                seen.Add(await ExchangeAsync(connection, serial));
            }

            return seen;
        })));
        clock.Stop();
        return Result(clock.Elapsed, [.. latencies.SelectMany(l => l)]);
    }

    /// <summary>Open loop: requests leave at a fixed rate whatever the answers do, each on a free connection.</summary>
    public async Task<LoadResult> OpenAsync(int perSecond, TimeSpan duration, int connections)
    {
        var clock = Stopwatch.StartNew();
        var lanes = await Task.WhenAll(Enumerable.Range(0, connections).Select(lane => Task.Run(async () =>
        {
            using var connection = await LoadConnection.OpenAsync(Endpoint(), template);
            var seen = new List<double>();
            for (long i = lane; ; i += connections)
            {
                var due = TimeSpan.FromSeconds((double)i / perSecond);
                if (due >= duration)
                    return seen;
                var wait = due - clock.Elapsed;
                if (wait > TimeSpan.FromMilliseconds(1))
                    await Task.Delay(wait);
                var behind = CountWaiting ? Math.Max(0, (clock.Elapsed - due).TotalMilliseconds) : 0;
                seen.Add(behind + await ExchangeAsync(connection, Interlocked.Increment(ref _serial) - 1));
            }
        })));
        clock.Stop();
        return Result(clock.Elapsed, [.. lanes.SelectMany(l => l)]);
    }

    private IPEndPoint Endpoint() => new(IPAddress.Loopback, target.Port);

    private LoadResult Result(TimeSpan elapsed, IReadOnlyCollection<double> latencies) =>
        new(latencies.Count, Interlocked.Exchange(ref _accepted, 0), Interlocked.Exchange(ref _other, 0), elapsed, Percentiles.Of(latencies));

    private async ValueTask<double> ExchangeAsync(LoadConnection connection, long serial)
    {
        var start = Stopwatch.GetTimestamp();
        Sending?.Invoke(serial, start);
        var status = await connection.ExchangeAsync(serial, patients[(int)(serial % patients.Count)]);
        Interlocked.Increment(ref status is 200 or 201 or 202 ? ref _accepted : ref _other);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
