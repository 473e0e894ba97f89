using Hub.Core.Content;
using Hub.Core.Storage;
using Hub.Store.Text;

namespace Hub.Store.Flows;

/// <summary>Sums a period up by who sent what to whom. Pure.</summary>
internal static class FlowSum
{
    /// <summary>Sums up.</summary>
    /// <param name="filter">What is asked for.</param>
    /// <param name="known">Flows that are asked for.</param>
    /// <param name="counts">Messages by flow.</param>
    /// <param name="unfinished">Deliveries that have not arrived.</param>
    /// <param name="sample">Some that have.</param>
    /// <returns>The edges, those with most traffic first.</returns>
    public static IReadOnlyList<FlowEdge> Of(
        FlowFilter filter, IReadOnlyDictionary<int, Flow> known, IReadOnlyDictionary<int, long> counts, IReadOnlyList<FlowDelivery> unfinished, IReadOnlyList<FlowDelivery> sample)
    {
        var ends = new FlowEnds(filter, known);
        var accepted = new Dictionary<Edge, long>();
        foreach (var (id, flow) in known)
        {
            var count = counts.GetValueOrDefault(id);
            if (flow.Key.Ends.Length == 0 || !Array.Exists(flow.Key.Ends, e => FlowEnds.Has(filter, e)))
                Add(accepted, new Edge(flow.Key, null), count);
            foreach (var end in flow.Key.Ends.Where(e => FlowEnds.Has(filter, e)))
                Add(accepted, new Edge(flow.Key, end), count);
        }

        var troubled = unfinished.Where(ends.Has).ToLookup(d => new Edge(known[d.Flow].Key, ends.End(d)));
        var delivered = sample.Where(ends.Has).ToLookup(d => new Edge(known[d.Flow].Key, ends.End(d)));
        return [.. accepted.Select(a => Sum(a.Key, a.Value, [.. troubled[a.Key]], [.. delivered[a.Key]])).OrderByDescending(e => e.Accepted)];
    }

    private static FlowEdge Sum(Edge edge, long accepted, List<FlowDelivery> unfinished, List<FlowDelivery> sample)
    {
        var failed = unfinished.Where(d => d.IsFailed).ToList();
        var pending = unfinished.Where(d => !d.IsFailed).ToList();
        var delays = Delays.Of(sample);
        var arrived = edge.Partner is null ? 0 : Math.Max(0, accepted - failed.Count - pending.Count);
        return new FlowEdge(edge.Tenant, edge.Source, edge.Partner, edge.Route, edge.Content, accepted, arrived, failed.Count, pending.Count)
        {
            Retrying = pending.Count(d => d.IsRetried),
            P50Ms = delays.P50,
            P95Ms = delays.P95,
            OldestPendingAt = pending.Count == 0 ? null : Micros.Time(pending.Min(d => d.Since)),
            LastDeliveredAt = sample.Count == 0 ? null : Micros.Time(sample.Max(d => d.Ended!.Value)),
            LastFailedAt = failed.Count == 0 ? null : Micros.Time(failed.Max(d => d.Ended!.Value)),
        };
    }

    private static void Add(Dictionary<Edge, long> counts, Edge edge, long count) => counts[edge] = counts.GetValueOrDefault(edge) + count;

    private readonly record struct Edge(string Tenant, string Source, ContentKind Content, string? Partner, string? Route)
    {
        public Edge(FlowKey key, FlowEnd? end)
            : this(key.Tenant, key.Source, key.Kind, end?.Partner, end?.Route)
        {
        }
    }
}
