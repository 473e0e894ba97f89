using System.Collections.Concurrent;
using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>What a feed knows of one event that it sent.</summary>
public enum FeedState
{
    /// <summary>No answer has come: it may or may not be there.</summary>
    Unknown,

    /// <summary>202, or 200 for a repeat: the hub has it.</summary>
    Taken,

    /// <summary>4xx: the hub does not have it.</summary>
    Refused,
}

/// <summary>One event in a feed's ledger.</summary>
/// <param name="EventId">The vendor's id.</param>
/// <param name="Person">Whom it is about.</param>
/// <param name="Kind">Kind of content.</param>
public sealed record FeedEntry(string EventId, SyntheticPerson Person, ContentKind Kind)
{
    /// <summary>What became of it.</summary>
    public FeedState State { get; internal set; }

    /// <summary>How many times it was posted.</summary>
    public int Posts { get; internal set; }

    /// <summary>How many of the answers said that it was there before.</summary>
    public int Repeats { get; internal set; }

    /// <summary>Last HTTP status; 0 when none came.</summary>
    public int Status { get; internal set; }

    /// <summary>The hub's message numbers, as the first answer gave them.</summary>
    public IReadOnlyList<long> MessageIds { get; internal set; } = [];
}

/// <summary>The vendor's own account of what it sent and what it was answered.</summary>
public sealed class FeedLedger
{
    private readonly ConcurrentDictionary<string, FeedEntry> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FeedEntry> _order = new();

    /// <summary>Every event in the order it was first posted.</summary>
    public IReadOnlyList<FeedEntry> Entries => [.. _order];

    /// <summary>Events that the hub has.</summary>
    public int Taken => _order.Count(e => e.State == FeedState.Taken);

    /// <summary>Events that the hub refused.</summary>
    public int Refused => _order.Count(e => e.State == FeedState.Refused);

    /// <summary>Events without an answer.</summary>
    public int Unknown => _order.Count(e => e.State == FeedState.Unknown);

    /// <summary>Answers that said that the event was there before.</summary>
    public int Repeats => _order.Sum(e => e.Repeats);

    /// <summary>The entry of an event.</summary>
    /// <param name="eventId">The vendor's id.</param>
    /// <returns>The entry, null when it was never posted.</returns>
    public FeedEntry? Find(string eventId) => _entries.GetValueOrDefault(eventId);

    internal FeedEntry Open(FeedEvent e)
    {
        var entry = new FeedEntry(e.EventId, e.Person, e.Content.Kind);
        if (_entries.TryAdd(e.EventId, entry))
        {
            _order.Enqueue(entry);
            return entry;
        }
        return _entries[e.EventId];
    }
}
