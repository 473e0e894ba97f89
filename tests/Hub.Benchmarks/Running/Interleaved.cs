using System.Diagnostics;

namespace Hub.Benchmarks.Running;

/// <summary>
/// Two things done in turns on this thread, so that whatever else the machine does meets both. Rates are by processor time, which is time that nobody else had; the round with the
/// middle ratio is the answer.
/// </summary>
/// <param name="Value">Times per second of processor time.</param>
/// <param name="Floor">The floor's times per second, of the same round.</param>
/// <param name="Bytes">Bytes allocated each time.</param>
public sealed record Interleaved(double Value, double Floor, long Bytes)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(25);

    /// <summary>Measures.</summary>
    /// <param name="value">What is measured.</param>
    /// <param name="floor">What it is held against.</param>
    /// <param name="rounds">Rounds of <paramref name="slices"/> turns each.</param>
    /// <param name="slices">Turns of 25 ms that each of the two has in a round.</param>
    public static Interleaved Measure(Action value, Action floor, int rounds, int slices = 8)
    {
        Repeat(value, WarmUp);
        Repeat(floor, WarmUp / 3);
        var measured = new List<Interleaved>(rounds);
        for (var round = 0; round < rounds; round++)
            measured.Add(Round(value, floor, slices));
        measured.Sort((a, b) => (a.Value / a.Floor).CompareTo(b.Value / b.Floor));
        return measured[rounds / 2] with { Bytes = Allocated(value) };
    }

    private static Interleaved Round(Action value, Action floor, int slices)
    {
        var (values, floors) = (new Turns(), new Turns());
        for (var slice = 0; slice < slices; slice++)
        {
            values.Add(value);
            floors.Add(floor);
        }

        return new Interleaved(values.PerSecond, floors.PerSecond, 0);
    }

    private static long Allocated(Action value)
    {
        const int Times = 200;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++)
            value();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Times;
    }

    private static int Repeat(Action action, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var times = 0;
        for (; clock.Elapsed < time; times++)
            action();
        return times;
    }

    private sealed class Turns
    {
        private int _times;
        private TimeSpan _spent;

        public double PerSecond => _times / _spent.TotalSeconds;

        public void Add(Action action)
        {
            var before = Environment.CpuUsage.TotalTime;
            _times += Repeat(action, Slice);
            _spent += Environment.CpuUsage.TotalTime - before;
        }
    }
}
