using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hub.Benchmarks.Load;

namespace Hub.Benchmarks.Running;

/// <summary>Pairs the moment a request left with the moment its document arrived, by the serial number in both. One process, one clock.</summary>
public sealed class Arrivals
{
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes(Bench.Marker);

    private readonly ConcurrentDictionary<long, long> _sent = new();
    private readonly ConcurrentDictionary<long, int> _seen = new();
    private readonly ConcurrentBag<double> _milliseconds = [];

    public int Distinct => _seen.Count;

    public long Repeats => _seen.Values.Sum(n => (long)n - 1);

    /// <summary>How many arrived that were sent while this was looking.</summary>
    public int Timed => _milliseconds.Count;

    public Percentiles Latency => Percentiles.Of(_milliseconds);

    public void Sending(long serial, long moment) => _sent.TryAdd(serial, moment);

    public void Arrived(ReadOnlyMemory<byte> body)
    {
        var now = Stopwatch.GetTimestamp();
        var at = body.Span.IndexOf(Mark);
        if (at < 0)
            throw new InvalidOperationException("A document without its serial number arrived.");
        var serial = long.Parse(body.Span.Slice(at + Mark.Length, RequestTemplate.SerialMark.Length), CultureInfo.InvariantCulture);
        if (_seen.AddOrUpdate(serial, 1, (_, n) => n + 1) == 1 && _sent.TryGetValue(serial, out var moment))
            _milliseconds.Add(Stopwatch.GetElapsedTime(moment, now).TotalMilliseconds);
    }
}
