using System.Globalization;
using System.Text;

namespace Hub.Simulators.Tellu;

/// <summary>Everything published, with cursors and tags. A cursor is opaque to others: here a generation and a place.</summary>
internal sealed class FeedDesk
{
    private readonly Lock _gate = new();
    private readonly List<TelluEntry> _entries = [];
    private readonly Dictionary<string, List<TelluEntry>> _byPatient = new(StringComparer.Ordinal);
    private readonly HashSet<string> _spoilt = new(StringComparer.Ordinal);
    private int _generation = 1;
    private int _asked;
    private int _notModified;

    public FeedFault Fault { get; set; }

    public (int Asked, int NotModified) Calls => (Volatile.Read(ref _asked), Volatile.Read(ref _notModified));

    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    public void Publish(IEnumerable<TelluEntry> entries)
    {
        lock (_gate)
        {
            foreach (var entry in entries)
            {
                _entries.Add(entry);
                if (!_byPatient.TryGetValue(entry.Person.NationalId, out var own))
                    _byPatient[entry.Person.NationalId] = own = [];
                own.Add(entry);
            }
        }
    }

    public void Spoil(string entryId)
    {
        lock (_gate)
            _spoilt.Add(entryId);
    }

    public void ExpireCursors() => Interlocked.Increment(ref _generation);

    /// <summary>Everything published about a patient, in order.</summary>
    public IReadOnlyList<TelluEntry> Of(string patient)
    {
        lock (_gate)
            return _byPatient.TryGetValue(patient, out var own) ? [.. own] : [];
    }

    /// <summary>Answers a request for the feed.</summary>
    public FeedAnswer Answer(string? after, DateTimeOffset? since, int limit, string? knownTag, bool xml)
    {
        Interlocked.Increment(ref _asked);
        lock (_gate)
        {
            var start = since is { } from ? _entries.FindIndex(e => e.Published >= from) is var i and >= 0 ? i : _entries.Count : 0;
            if (after is not null)
            {
                if (Place(after) is not { } place)
                    return new FeedAnswer(410, null, null, null);
                start = place;
            }

            var tag = string.Create(CultureInfo.InvariantCulture, $"\"{_generation}-{_entries.Count}\"");
            if (knownTag == tag && start >= _entries.Count)
            {
                Interlocked.Increment(ref _notModified);
                return new FeedAnswer(304, null, tag, null);
            }

            var page = _entries.Skip(start).Take(limit).ToList();
            var next = start + page.Count;
            var cursor = Fault == FeedFault.Repeats && after is not null ? after : Cursor(next);
            var body = TelluPage.Write(page, cursor, next < _entries.Count || Fault == FeedFault.Repeats, xml);
            if (page.Exists(e => _spoilt.Contains(e.EntryId)))
                body = Spoilt(body, xml);
            return new FeedAnswer(200, Fault == FeedFault.Truncated ? body[..(body.Length / 2)] : body, tag, cursor);
        }
    }

    // As a control character in a text does it.
    private static byte[] Spoilt(byte[] page, bool xml)
    {
        var at = page.AsSpan().LastIndexOf(xml ? "</title>"u8 : "\"title\":\""u8);
        if (at < 0)
            return page;
        at += xml ? 0 : "\"title\":\""u8.Length;
        return [.. page[..at], 1, .. page[at..]];
    }

    private string Cursor(int place) => Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"t:{_generation}:{place}")));

    private int? Place(string cursor)
    {
        Span<byte> bytes = stackalloc byte[64];
        if (!Convert.TryFromBase64String(cursor, bytes, out var length))
            return null;
        return Encoding.ASCII.GetString(bytes[..length]).Split(':') is ["t", var generation, var place]
            && generation == _generation.ToString(CultureInfo.InvariantCulture) && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;
    }
}

/// <summary>An answer of the feed.</summary>
internal sealed record FeedAnswer(int Status, byte[]? Body, string? Tag, string? Cursor);
