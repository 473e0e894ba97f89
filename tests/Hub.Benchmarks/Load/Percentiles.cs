namespace Hub.Benchmarks.Load;

/// <summary>Latency percentiles in milliseconds.</summary>
public sealed record Percentiles(double P50, double P99, double Max)
{
    public static Percentiles Of(IReadOnlyCollection<double> milliseconds)
    {
        if (milliseconds.Count == 0)
            return new Percentiles(double.NaN, double.NaN, double.NaN);
        var sorted = milliseconds.Order().ToArray();
        return new Percentiles(sorted[sorted.Length / 2], sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * 0.99))], sorted[^1]);
    }
}
