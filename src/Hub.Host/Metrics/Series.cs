namespace Hub.Host.Metrics;

/// <summary>One series: labels and what was measured under them.</summary>
/// <param name="tags">Labels.</param>
/// <param name="bounds">Upper bounds of histogram buckets; empty for other instruments.</param>
internal sealed class Series(KeyValuePair<string, object?>[] tags, IReadOnlyList<double> bounds)
{
    private readonly long[] _buckets = new long[bounds.Count + 1];
    private double _sum;

    /// <summary>Labels.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Tags => tags;

    /// <summary>Sum of a counter or histogram; last value of a gauge.</summary>
    public double Value => Volatile.Read(ref _sum);

    /// <summary>Measurements per bucket, the last one beyond every bound.</summary>
    public IReadOnlyList<long> Buckets => _buckets;

    /// <summary>Whether the labels are these.</summary>
    /// <param name="other">Labels.</param>
    /// <returns>True when they are the same.</returns>
    public bool Has(ReadOnlySpan<KeyValuePair<string, object?>> other)
    {
        if (other.Length != tags.Length)
            return false;
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i].Key != other[i].Key || !Equals(tags[i].Value, other[i].Value))
                return false;
        }

        return true;
    }

    /// <summary>Adds a measurement.</summary>
    /// <param name="value">The measurement.</param>
    public void Add(double value)
    {
        if (bounds.Count > 0)
            Interlocked.Increment(ref _buckets[Bucket(value)]);
        while (true)
        {
            var seen = Volatile.Read(ref _sum);
            if (Interlocked.CompareExchange(ref _sum, seen + value, seen).Equals(seen))
                return;
        }
    }

    /// <summary>Replaces the value (gauges and observed counters).</summary>
    /// <param name="value">The value.</param>
    public void Set(double value) => Volatile.Write(ref _sum, value);

    private int Bucket(double value)
    {
        for (var i = 0; i < bounds.Count; i++)
        {
            if (value <= bounds[i])
                return i;
        }

        return bounds.Count;
    }
}
