using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Hub.Core.Tenants;

namespace Hub.Host.Polling;

/// <summary>What fetching from feeds measures.</summary>
public sealed class FeedMeter : IDisposable
{
    private readonly Meter _meter = new("Hub.Host.Feeds");
    private readonly Counter<long> _reads;
    private readonly Counter<long> _items;
    private readonly ConcurrentDictionary<(string Tenant, string Partner), DateTimeOffset> _readAt = new();

    /// <summary>Publishes the instruments.</summary>
    /// <param name="time">The clock of ages; null for the system's.</param>
    public FeedMeter(TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        _reads = _meter.CreateCounter<long>("hub.feed.reads", "{read}", "Readings of feeds, by what stopped them: ok or an error code");
        _items = _meter.CreateCounter<long>("hub.feed.items", "{item}", "Entries that feeds brought: accepted, repeated or refused (items kept for an operator)");
        _meter.CreateObservableGauge("hub.feed.age", () => Ages(time.GetUtcNow()), "s", "Time since a feed was last read to its end, as this node knows it");
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    /// <summary>Counts a reading.</summary>
    internal void Read(PartnerConfig partner, string? error) => _reads.Add(1, new("tenant", partner.Tenant), new("partner", partner.Name), new("status", error ?? "ok"));

    /// <summary>Counts what an item brought.</summary>
    internal void Took(PartnerConfig partner, int accepted, int repeated, bool refused)
    {
        Count("accepted", accepted);
        Count("repeated", repeated);
        Count("refused", refused ? 1 : 0);

        void Count(string status, int count)
        {
            if (count > 0)
                _items.Add(count, new("tenant", partner.Tenant), new("partner", partner.Name), new("status", status));
        }
    }

    /// <summary>Notes when a feed was last read to its end, by whichever node.</summary>
    internal void Saw(string tenant, string partner, DateTimeOffset? readAt)
    {
        if (readAt is { } at)
            _readAt[(tenant, partner)] = at;
    }

    /// <summary>Forgets a feed that is no longer fetched from.</summary>
    internal void Forget(string tenant, string partner) => _readAt.TryRemove((tenant, partner), out _);

    private IEnumerable<Measurement<double>> Ages(DateTimeOffset now) => _readAt.Select(f =>
        new Measurement<double>(Math.Max(0, (now - f.Value).TotalSeconds), new KeyValuePair<string, object?>("tenant", f.Key.Tenant), new("partner", f.Key.Partner)));
}
