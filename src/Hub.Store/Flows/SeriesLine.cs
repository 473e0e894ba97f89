using Hub.Core.Storage;
using Hub.Store.Text;

namespace Hub.Store.Flows;

/// <summary>Puts figures on a line of equal steps. Pure.</summary>
/// <param name="From">First moment, microseconds.</param>
/// <param name="To">First moment after, microseconds.</param>
/// <param name="Step">Width of a step, microseconds; steps begin at its multiples.</param>
internal sealed record SeriesLine(long From, long To, long Step)
{
    private long First => From / Step;

    private long Last => (To - 1) / Step;

    /// <summary>Counts by step; 0 where there are none.</summary>
    public IReadOnlyList<SeriesPoint> Counts(IReadOnlyDictionary<long, long> counts) => Points(s => (counts.GetValueOrDefault(s), null));

    /// <summary>What was given up, by when it was.</summary>
    public IReadOnlyList<SeriesPoint> Failures(IEnumerable<FlowDelivery> failed) =>
        Counts(failed.Where(d => d.Ended >= From && d.Ended < To).GroupBy(d => d.Ended!.Value / Step).ToDictionary(g => g.Key, g => g.LongCount()));

    /// <summary>How long deliveries took, by when they were taken in; nothing where none arrived.</summary>
    public IReadOnlyList<SeriesPoint> Delays(IEnumerable<FlowDelivery> delivered)
    {
        var steps = delivered.ToLookup(d => d.Since / Step);
        return Points(s => Flows.Delays.Of([.. steps[s]]) is var d ? (d.P50, d.P95) : default);
    }

    /// <summary>For how many seconds the oldest had waited at the end of each step; 0 where nothing waited.</summary>
    public IReadOnlyList<SeriesPoint> Ages(IReadOnlyList<FlowDelivery> deliveries)
    {
        var oldest = new Dictionary<long, long>();
        var free = new FreeSteps(First, Last);
        foreach (var delivery in deliveries.OrderBy(d => d.Since))
        {
            // It waits at the ends of the steps from the one it came in to the one before it ended. Who came earlier has its steps already.
            var last = Math.Min(Last, delivery.Ended is { } ended ? (ended / Step) - 1 : Last);
            for (var step = free.From(delivery.Since / Step); step <= last; step = free.From(step))
            {
                oldest.Add(step, delivery.Since);
                free.Take(step);
            }
        }

        return Points(s => (oldest.TryGetValue(s, out var since) ? (Math.Min((s + 1) * Step, To) - since) / 1e6 : 0, null));
    }

    private List<SeriesPoint> Points(Func<long, (double? Value, double? P95)> figure)
    {
        var points = new List<SeriesPoint>();
        for (var step = First; step <= Last; step++)
        {
            var (value, p95) = figure(step);
            points.Add(new SeriesPoint(Micros.Time(step * Step), value, p95));
        }

        return points;
    }

    // Steps that nobody has taken yet; each look shortens the way for the next.
    private sealed class FreeSteps(long first, long last)
    {
        private readonly int[] _next = [.. Enumerable.Range(0, (int)Math.Max(0, last - first + 1) + 1)];

        public long From(long step)
        {
            var at = (int)Math.Clamp(step - first, 0, _next.Length - 1);
            while (_next[at] != at)
                at = _next[at] = _next[_next[at]];
            return first + at;
        }

        public void Take(long step) => _next[step - first]++;
    }
}
