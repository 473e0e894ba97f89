using System.Collections.Concurrent;
using Hub.Core.Adapters;

namespace Hub.Delivery.Observability;

/// <summary>Remembers when partners were last heard of. Written with every message: an entry costs a look-up and a write without a lock.</summary>
internal sealed class Traffic(TimeProvider time) : IPartnerClocks
{
    private readonly ConcurrentDictionary<(string Tenant, string Partner), Entry> _entries = new();

    public IReadOnlyList<PartnerTraffic> All =>
        [.. _entries.Select(e => new PartnerTraffic(e.Key.Tenant, e.Key.Partner, At(e.Value.Received), At(e.Value.Failed), e.Value.Error, e.Value.Ahead is { } ahead ? new TimeSpan(ahead.Ticks) : null))];

    public void Received(string tenant, string partner) => Volatile.Write(ref Of(tenant, partner).Received, time.GetUtcNow().UtcTicks);

    public void Failed(string tenant, string partner, string code)
    {
        var entry = Of(tenant, partner);
        entry.Error = code;
        Volatile.Write(ref entry.Failed, time.GetUtcNow().UtcTicks);
    }

    public void Saw(string tenant, string partner, DateTimeOffset clock)
    {
        // The header has whole seconds: half of one is the best guess.
        var ahead = clock.AddSeconds(0.5) - time.GetUtcNow();
        Of(tenant, partner).Ahead = new Offset(ahead.Duration() < TimeSpan.FromSeconds(1) ? 0 : ahead.Ticks);
    }

    private Entry Of(string tenant, string partner) => _entries.GetOrAdd((tenant, partner), static _ => new Entry());

    private static DateTimeOffset? At(long ticks) => ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);

    private sealed class Entry
    {
        public long Received;
        public long Failed;

        public volatile string? Error;
        public volatile Offset? Ahead;
    }

    private sealed record Offset(long Ticks);
}
