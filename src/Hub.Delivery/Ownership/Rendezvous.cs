namespace Hub.Delivery.Ownership;

/// <summary>Fair share without talking to each other: every node computes the same owner for each partition from the names of the live nodes (highest random weight). A node that comes or goes moves only its own share.</summary>
internal static class Rendezvous
{
    /// <summary>Who should own a partition.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="nodes">Live nodes; at least one.</param>
    public static string OwnerOf(int partition, IReadOnlyList<string> nodes)
    {
        var best = nodes[0];
        var most = ulong.MinValue;
        foreach (var node in nodes)
        {
            var weight = Weight(node, partition);
            if (weight < most || (weight == most && string.CompareOrdinal(node, best) > 0))
                continue;
            (best, most) = (node, weight);
        }

        return best;
    }

    // FNV-1a, then a mix (SplitMix64): the same on every machine and in every version.
    private static ulong Weight(string node, int partition)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in node)
            hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (uint)partition) * 1099511628211UL;
        hash ^= hash >> 30;
        hash *= 0xBF58476D1CE4E5B9UL;
        hash ^= hash >> 27;
        hash *= 0x94D049BB133111EBUL;
        return hash ^ (hash >> 31);
    }
}
