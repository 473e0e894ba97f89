using System.Collections.Concurrent;

namespace Hub.Simulators.Gerica;

/// <summary>The receiver's own account: what took effect, how often it was sent, in which order, and what was refused.</summary>
public sealed class EffectLedger : IDisposable
{
    private readonly ConcurrentDictionary<(string Client, string Key), Effect> _effects = new();
    private readonly ConcurrentDictionary<(string Client, string DocumentId), Effect> _documents = new();
    private readonly ConcurrentDictionary<(string Client, string Patient), List<Effect>> _lanes = new();
    private readonly ConcurrentQueue<Refusal> _refusals = new();
    private readonly TimeProvider _time;
    private readonly LedgerFile? _file;
    private long _last;
    private long _repeats;
    private long _conflicts;

    internal EffectLedger(string? file, TimeProvider time)
    {
        _time = time;
        if (file is null)
            return;
        LedgerFile.Read(file, effect => Store(effect), key => Find(key.Client, key.Key)?.Repeat());
        _last = _effects.IsEmpty ? 0 : _effects.Values.Max(e => e.No);
        _repeats = _effects.Values.Sum(e => e.Repeats);
        _file = new LedgerFile(file);
    }

    /// <summary>Number of distinct effects.</summary>
    public int Count => _effects.Count;

    /// <summary>How many times something was sent again after it had taken effect.</summary>
    public long Repeats => Interlocked.Read(ref _repeats);

    /// <summary>How many times other bytes came under a known key.</summary>
    public long Conflicts => Interlocked.Read(ref _conflicts);

    /// <summary>Every effect in order of arrival.</summary>
    public IReadOnlyList<Effect> Effects => [.. _effects.Values.OrderBy(e => e.No)];

    /// <summary>Every refusal in order.</summary>
    public IReadOnlyList<Refusal> Refusals => [.. _refusals];

    /// <summary>The effect of a key.</summary>
    /// <param name="client">OAuth client.</param>
    /// <param name="key">Idempotency key.</param>
    /// <returns>The effect, null when there was none.</returns>
    public Effect? Find(string client, string key) => _effects.GetValueOrDefault((client, key));

    /// <summary>The effects of one patient in order of arrival.</summary>
    /// <param name="client">OAuth client.</param>
    /// <param name="patient">National id.</param>
    /// <returns>The effects; empty when there are none.</returns>
    public IReadOnlyList<Effect> Lane(string client, string patient)
    {
        if (!_lanes.TryGetValue((client, patient), out var lane))
            return [];
        lock (lane)
            return [.. lane];
    }

    /// <summary>The account in figures.</summary>
    /// <returns>The report, true for the moment of the call.</returns>
    public LedgerReport Report() => LedgerReport.Of(Effects, Refusals.Count, Repeats, Conflicts, _lanes.Keys.Select(k => Lane(k.Client, k.Patient)));

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file?.Dispose();

    // A document is known by its idempotency key, and by its own identifier too: the same one may come alone first and in a batch later.
    internal Admission Admit(string client, string form, string patient, string key, string documentId, string digest, byte[]? body)
    {
        if (Known(client, key, documentId) is { } known)
            return Again(known, digest);
        var lane = _lanes.GetOrAdd((client, patient), _ => []);
        Effect effect;
        lock (lane)
        {
            if (Known(client, key, documentId) is { } meanwhile)
                return Again(meanwhile, digest);
            effect = new Effect(Interlocked.Increment(ref _last), client, form, patient, key, documentId, digest, _time.GetUtcNow()) { Body = body };
            if (_effects.TryAdd((client, key), effect))
            {
                if (documentId.Length > 0)
                    _documents[(client, documentId)] = effect;
                lane.Add(effect);
                _file?.Effect(effect);
                return new Admission(effect, AdmissionKind.New);
            }
        }
        return Again(_effects[(client, key)], digest);
    }

    internal void Refuse(Refusal refusal) => _refusals.Enqueue(refusal);

    private Effect? Known(string client, string key, string documentId) =>
        _effects.GetValueOrDefault((client, key)) ?? (documentId.Length > 0 ? _documents.GetValueOrDefault((client, documentId)) : null);

    private Admission Again(Effect known, string digest)
    {
        if (known.Digest != digest)
        {
            Interlocked.Increment(ref _conflicts);
            return new Admission(known, AdmissionKind.Conflict);
        }
        known.Repeat();
        Interlocked.Increment(ref _repeats);
        _file?.Repeat(known);
        return new Admission(known, AdmissionKind.Repeat);
    }

    private void Store(Effect effect)
    {
        if (!_effects.TryAdd((effect.Client, effect.Key), effect))
            return;
        if (effect.DocumentId.Length > 0)
            _documents[(effect.Client, effect.DocumentId)] = effect;
        _lanes.GetOrAdd((effect.Client, effect.Patient), _ => []).Add(effect);
    }
}
