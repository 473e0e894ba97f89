using System.Collections.Concurrent;

namespace Hub.Host.Metrics;

/// <summary>The series of one instrument, by label values. Bounded: what comes beyond the bound is counted together under the label value <c>other</c>.</summary>
/// <param name="maxSeries">Most series of one instrument.</param>
/// <param name="bounds">Upper bounds of histogram buckets; empty for other instruments.</param>
internal sealed class SeriesTable(int maxSeries, IReadOnlyList<double> bounds)
{
    private readonly ConcurrentDictionary<int, Series> _byHash = new();
    private int _count;

    /// <summary>All series.</summary>
    public IEnumerable<Series> All => _byHash.Values;

    /// <summary>The series of a set of labels.</summary>
    /// <param name="tags">Labels.</param>
    /// <returns>The series.</returns>
    public Series Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = Hash(tags);

        // A collision probes on: two sets of labels never share a series.
        for (var slot = hash; ; slot = unchecked((slot * 31) + 7))
        {
            if (_byHash.TryGetValue(slot, out var found))
            {
                if (found.Has(tags))
                    return found;
                continue;
            }

            if (Volatile.Read(ref _count) >= maxSeries)
                return _byHash.GetOrAdd(int.MinValue, static (_, b) => new Series([new("series", "other")], b), bounds);
            var made = new Series(tags.ToArray(), bounds);
            var stored = _byHash.GetOrAdd(slot, made);
            if (ReferenceEquals(stored, made))
                Interlocked.Increment(ref _count);
            if (stored.Has(tags))
                return stored;
        }
    }

    /// <summary>Forgets every series: the instrument tells anew which there are.</summary>
    public void Clear()
    {
        _byHash.Clear();
        Volatile.Write(ref _count, 0);
    }

    private static int Hash(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = default(HashCode);
        foreach (var tag in tags)
            hash.Add(tag.Value);
        var value = hash.ToHashCode();
        return value == int.MinValue ? 0 : value;
    }
}
