using Hub.Core.Lookups;

namespace Hub.Host.Lookups;

/// <summary>Answers of the last seconds, in memory only: a viewer that draws five diagrams asks the vendor once. Bounded in time, number and bytes; the oldest go first.</summary>
internal sealed class KeptAnswers : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<LookupKey, Kept> _byKey = [];
    private readonly Queue<Kept> _byAge = new();
    private readonly LookupSettings _settings;
    private readonly TimeProvider _time;
    private readonly ITimer? _sweep;
    private long _bytes;

    public KeptAnswers(LookupSettings settings, TimeProvider time)
    {
        (_settings, _time) = (settings, time);
        // What nobody asks for again must go as well: it is about patients.
        if (settings.Keep > TimeSpan.Zero)
            _sweep = time.CreateTimer(static s => ((KeptAnswers)s!).Sweep(), this, settings.Keep, settings.Keep);
    }

    /// <summary>How many answers are kept, and how many bytes they are estimated to take.</summary>
    public (int Entries, long Bytes) Size
    {
        get
        {
            lock (_gate)
                return (_byKey.Count, _bytes);
        }
    }

    /// <summary>A kept answer to the same question.</summary>
    /// <param name="key">The question.</param>
    /// <returns>The answer, null when there is none or it is too old.</returns>
    public LookupAnswer? Find(in LookupKey key)
    {
        if (_sweep is null)
            return null;
        lock (_gate)
            return _byKey.TryGetValue(key, out var kept) && kept.Until > _time.GetUtcNow() ? kept.Answer : null;
    }

    /// <summary>Keeps a complete answer. One that is larger than a quarter of the room is not kept.</summary>
    /// <param name="key">The question.</param>
    /// <param name="answer">The answer.</param>
    public void Keep(in LookupKey key, LookupAnswer answer)
    {
        if (_sweep is null || !answer.Complete)
            return;
        var size = AnswerSize.Of(answer) + (2 * (key.Question.Length + key.Patient.Length));
        if (size > _settings.KeepBytes / 4)
            return;
        var kept = new Kept(key, answer, size, _time.GetUtcNow() + _settings.Keep);
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var before))
                _bytes -= before.Size;
            _byKey[key] = kept;
            _byAge.Enqueue(kept);
            _bytes += size;
            while (_byAge.Count > _settings.KeepEntries || _bytes > _settings.KeepBytes)
                DropOldest();
        }
    }

    /// <summary>Forgets what is kept about a patient: something has just been changed there.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="patient">The patient.</param>
    public void Forget(string tenant, Core.Identities.Identifier patient)
    {
        lock (_gate)
        {
            foreach (var kept in _byAge)
            {
                if (kept.Key.Tenant == tenant && kept.Key.Patient.EndsWith(patient.Value, StringComparison.Ordinal) && _byKey.Remove(kept.Key, out var removed))
                    _bytes -= removed.Size;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sweep?.Dispose();
        lock (_gate)
        {
            _byKey.Clear();
            _byAge.Clear();
            _bytes = 0;
        }
    }

    private void Sweep()
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            while (_byAge.TryPeek(out var oldest) && oldest.Until <= now)
                DropOldest();
        }
    }

    // The queue may still name an answer that a newer one has replaced.
    private void DropOldest()
    {
        var oldest = _byAge.Dequeue();
        if (!_byKey.TryGetValue(oldest.Key, out var current) || !ReferenceEquals(current, oldest))
            return;
        _byKey.Remove(oldest.Key);
        _bytes -= oldest.Size;
    }

    private sealed record Kept(LookupKey Key, LookupAnswer Answer, long Size, DateTimeOffset Until);
}
