using Hub.Core.Storage;
using Hub.Store.Operators;
using Hub.Store.Sql;
using Hub.Store.Text;
using static Hub.Store.Registers.RecordColumns;

namespace Hub.Store.Registers;

/// <summary>Entries that change by versions. The row of the latest version is the lock of its entry: who changes it first decides, all others see that it is no longer the latest.</summary>
internal sealed class RecordRegister(Database database, AuditLog audit) : IRecordStore
{
    private const string Insert = $"insert into record ({All}, parties, latest) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1) on conflict do nothing";

    private const string Follow = $"update record set latest = 0 where {OfOne} and version = $4 and latest = 1";

    // In the same row: a version that is deleted and another that is inserted would leave a moment in which a late writer of the deleted one meets nobody.
    private const string Replace = $"""
        update record set version = $4, at = $5, who = $6, patient_key = $7, state = $8, due = $9, body = $10, parties = $11
        where {OfOne} and version = $4 - 1 and latest = 1
        """;

    private const string Due = $"select {All} from record where latest = 1 and kind = $1 and due <= $2 order by due limit $3";

    public Task<bool> AppendAsync(NewRecord record, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(record.Version, 1);
        return database.WriteAsync(
            async session =>
            {
                if (!await AppendAsync(session, record))
                    return false;
                if (record.Audit is { } entry)
                    await audit.AppendAsync(session, entry);
                return true;
            },
            cancel);
    }

    public Task<StoredRecord?> LatestAsync(string tenant, string kind, string key, CancellationToken cancel) => database.ReadAsync(
        s => s.FirstAsync(Read, $"select {All} from record where {OfOne} and latest = 1", CleanText.Of(tenant), kind, CleanText.Of(key)), cancel);

    public Task<IReadOnlyList<StoredRecord>> HistoryAsync(string tenant, string kind, string key, CancellationToken cancel) => database.ReadAsync(
        async s => (IReadOnlyList<StoredRecord>)await s.ListAsync(
            Read, $"select {All} from record where {OfOne} order by version desc", CleanText.Of(tenant), kind, CleanText.Of(key)),
        cancel);

    public Task<IReadOnlyList<StoredRecord>> FindAsync(RecordFilter filter, CancellationToken cancel)
    {
        var query = new RecordQuery(filter);
        return database.ReadAsync(async s => (IReadOnlyList<StoredRecord>)await s.ListAsync(Read, query.Sql, query.Values), cancel);
    }

    public Task<IReadOnlyList<StoredRecord>> DueAsync(IReadOnlyList<string> kinds, DateTimeOffset now, int limit, CancellationToken cancel) => database.ReadAsync(
        async session =>
        {
            var due = new List<StoredRecord>();
            foreach (var kind in kinds.Distinct(StringComparer.Ordinal))
                due.AddRange(await session.ListAsync(Read, Due, kind, Micros.Of(now), limit));
            return (IReadOnlyList<StoredRecord>)[.. due.OrderBy(r => r.Due).Take(limit)];
        },
        cancel);

    public Task<bool> PostponeAsync(StoredRecord seen, DateTimeOffset? due, CancellationToken cancel)
    {
        var values = new List<object?> { CleanText.Of(seen.Tenant), seen.Kind, CleanText.Of(seen.Key), seen.Version, OrNull(due) };
        if (seen.Due is { } was)
            values.Add(Micros.Of(was));
        var sql = $"update record set due = $5 where {OfOne} and version = $4 and latest = 1 and {(seen.Due is null ? "due is null" : "due = $6")}";
        return database.WriteAsync(async session => await session.RunAsync(sql, [.. values]) == 1, cancel);
    }

    /// <summary>Within a transaction: whether a version still is the latest; it stays so until the end of the transaction.</summary>
    public static async Task<bool> IsLatestAsync(Session session, NewRecord next, int version, string forUpdate) => await session.FirstAsync(
        r => r.GetInt32(0), $"select version from record where {OfOne} and latest = 1{forUpdate}", CleanText.Of(next.Tenant), next.Kind, CleanText.Of(next.Key)) == version;

    /// <summary>Adds a version within a transaction.</summary>
    public static async Task<bool> AppendAsync(Session session, NewRecord record)
    {
        object?[] one = [CleanText.Of(record.Tenant), record.Kind, CleanText.Of(record.Key)];
        object?[] values =
        [
            .. one,
            record.Version,
            Micros.Of(record.At),
            CleanText.Of(record.Who),
            record.PatientKey,
            CleanText.OrNull(record.State),
            OrNull(record.Due),
            record.SealedBody.ToArray(),
            RecordParties.Write(record.Parties),
        ];
        if (record.Version == 1)
            return await session.RunAsync(Insert, values) == 1;
        if (await session.RunAsync(record.KeepHistory ? Follow : Replace, record.KeepHistory ? [.. one, record.Version - 1] : values) == 0)
            return false;
        if (!record.KeepHistory)
            await session.RunAsync($"delete from record where {OfOne} and version < $4", [.. one, record.Version]);
        else if (await session.RunAsync(Insert, values) == 0)
            throw new InvalidOperationException("A register entry has a version beyond its latest.");
        return true;
    }

    private static long? OrNull(DateTimeOffset? at) => at is { } moment ? Micros.Of(moment) : null;
}
