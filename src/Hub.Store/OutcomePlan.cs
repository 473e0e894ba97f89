using Hub.Core.Storage;

namespace Hub.Store;

/// <summary>The partitions that a group of outcomes speaks for, each with the epoch it claims. Pure.</summary>
internal sealed class OutcomePlan
{
    private OutcomePlan(SortedDictionary<int, long> claims, HashSet<int> torn)
    {
        Claims = claims;
        Torn = torn;
    }

    /// <summary>Claimed epoch by partition, in order of partition.</summary>
    public SortedDictionary<int, long> Claims { get; }

    /// <summary>Partitions claimed under two epochs at once: one of them is stale, so the partition is.</summary>
    public HashSet<int> Torn { get; }

    /// <summary>Reads the claims of a group.</summary>
    /// <param name="outcomes">The group.</param>
    /// <returns>The plan.</returns>
    public static OutcomePlan Of(IReadOnlyList<DeliveryOutcome> outcomes)
    {
        var claims = new SortedDictionary<int, long>();
        var torn = new HashSet<int>();
        foreach (var outcome in outcomes)
        {
            if (!claims.TryGetValue(outcome.Partition, out var epoch))
                claims.Add(outcome.Partition, outcome.Epoch);
            else if (epoch != outcome.Epoch)
                torn.Add(outcome.Partition);
        }

        foreach (var partition in torn)
            claims.Remove(partition);
        return new OutcomePlan(claims, torn);
    }

    /// <summary>What to answer.</summary>
    /// <param name="fresh">Partitions whose claimed epoch is the current one.</param>
    /// <returns>Stale partitions.</returns>
    public IReadOnlySet<int> Stale(IEnumerable<int> fresh)
    {
        var stale = new HashSet<int>(Claims.Keys);
        stale.ExceptWith(fresh);
        stale.UnionWith(Torn);
        return stale;
    }
}
