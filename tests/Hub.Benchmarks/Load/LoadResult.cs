namespace Hub.Benchmarks.Load;

/// <summary>What a load run saw.</summary>
public sealed record LoadResult(long Requests, long Accepted, long Other, TimeSpan Elapsed, Percentiles Latency)
{
    public double PerSecond => Requests / Elapsed.TotalSeconds;
}
