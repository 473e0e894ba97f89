using Hub.Core.Storage;

namespace Hub.Tests.Support;

/// <summary>Registers in memory: passes the same contract as those of the databases.</summary>
internal sealed class MemoryRecords : IRecordStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Tenant, string Kind, string Key), List<StoredRecord>> _entries = [];
    private readonly Dictionary<(string Tenant, string Kind, string Key), IReadOnlyList<string>> _parties = [];
    private readonly List<AuditEntry> _audit = [];
    private int _refusals;

    /// <summary>True while the store does not answer.</summary>
    public bool IsAway { get; set; }

    /// <summary>How often it did not answer.</summary>
    public int Refusals => Volatile.Read(ref _refusals);

    /// <summary>What the audit log was told.</summary>
    public IReadOnlyList<AuditEntry> Audit
    {
        get
        {
            lock (_gate)
                return [.. _audit];
        }
    }

    /// <summary>The latest version of every entry.</summary>
    public IReadOnlyList<StoredRecord> Latest => Locked(() => _entries.Values.Select(v => v[^1]).ToList());

    public Task<bool> AppendAsync(NewRecord record, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(record.Version, 1);
        return Task.FromResult(Locked(() =>
        {
            var versions = _entries.GetValueOrDefault((record.Tenant, record.Kind, record.Key)) ?? [];
            if (record.Version != (versions.Count == 0 ? 0 : versions[^1].Version) + 1)
                return false;
            if (!record.KeepHistory)
                versions.Clear();
            versions.Add(new StoredRecord(
                record.Tenant, record.Kind, record.Key, record.Version, Stored(record.At), record.Who, record.PatientKey, record.State, Stored(record.Due), record.SealedBody.ToArray()));
            _entries[(record.Tenant, record.Kind, record.Key)] = versions;
            _parties[(record.Tenant, record.Kind, record.Key)] = record.Parties;
            if (record.Audit is { } entry)
                _audit.Add(entry);
            return true;
        }));
    }

    public Task<StoredRecord?> LatestAsync(string tenant, string kind, string key, CancellationToken cancel) =>
        Task.FromResult(Locked(() => _entries.GetValueOrDefault((tenant, kind, key))?[^1]));

    public Task<IReadOnlyList<StoredRecord>> HistoryAsync(string tenant, string kind, string key, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<StoredRecord>>(Locked(() => Enumerable.Reverse(_entries.GetValueOrDefault((tenant, kind, key)) ?? []).ToList()));

    public Task<IReadOnlyList<StoredRecord>> FindAsync(RecordFilter filter, CancellationToken cancel) => Task.FromResult<IReadOnlyList<StoredRecord>>(
    [
        .. Latest.Where(r => r.Tenant == filter.Tenant && r.Kind == filter.Kind
                && (filter.PatientKey is null || r.PatientKey == filter.PatientKey)
                && (filter.State is null || r.State == filter.State)
                && (r.State is null || !filter.ExceptStates.Contains(r.State))
                && (filter.Party is null || PartiesOf(r) is [] || PartiesOf(r).Contains(filter.Party))
                && (filter.KeyPrefix is null || r.Key.StartsWith(filter.KeyPrefix, StringComparison.Ordinal))
                && (filter.BeforeKey is null || string.CompareOrdinal(r.Key, filter.BeforeKey) < 0)
                && (filter.Before is null || r.At < filter.Before || (r.At == filter.Before && filter.AfterKey is not null && string.CompareOrdinal(r.Key, filter.AfterKey) > 0)))
            .OrderByDescending(r => filter.LastKeyFirst ? default : r.At).ThenBy(r => r.Key, filter.LastKeyFirst ? Downward : StringComparer.Ordinal).Take(filter.Limit),
    ]);

    public Task<IReadOnlyList<StoredRecord>> DueAsync(IReadOnlyList<string> kinds, DateTimeOffset now, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<StoredRecord>>([.. Latest.Where(r => kinds.Contains(r.Kind) && r.Due <= now).OrderBy(r => r.Due).Take(limit)]);

    public Task<bool> PostponeAsync(StoredRecord seen, DateTimeOffset? due, CancellationToken cancel) => Task.FromResult(Locked(() =>
    {
        if (_entries.GetValueOrDefault((seen.Tenant, seen.Kind, seen.Key)) is not { } versions || versions[^1].Version != seen.Version || versions[^1].Due != Stored(seen.Due))
            return false;
        versions[^1] = versions[^1] with { Due = Stored(due) };
        return true;
    }));

    private static readonly IComparer<string> Downward = Comparer<string>.Create((one, other) => string.CompareOrdinal(other, one));

    private IReadOnlyList<string> PartiesOf(StoredRecord record) => Locked(() => _parties[(record.Tenant, record.Kind, record.Key)]);

    private T Locked<T>(Func<T> work)
    {
        if (IsAway)
        {
            Interlocked.Increment(ref _refusals);
            throw new StoreUnavailableException("Away, on purpose.");
        }

        lock (_gate)
            return work();
    }

    // Databases keep whole microseconds.
    private static DateTimeOffset? Stored(DateTimeOffset? at) => at is { } moment ? Stored(moment) : null;

    private static DateTimeOffset Stored(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
