using System.Data.Common;
using System.Text;
using Hub.Core.Storage;
using Hub.Store.Operators;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Registers;

/// <summary>Entries that change by versions.</summary>
internal sealed class RecordRegister(Database database, AuditLog audit) : IRecordStore
{
    private const string Columns = "tenant, kind, key, version, at, who, patient_key, state, due, body";

    // One statement decides: the version must follow the latest one, and the primary key settles a race.
    private const string Insert = $"""
        insert into record ({Columns}, latest)
        select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1
        where coalesce((select max(version) from record where tenant = $1 and kind = $2 and key = $3), 0) = $4 - 1
        on conflict (tenant, kind, key, version) do nothing
        """;

    private const string One = "tenant = $1 and kind = $2 and key = $3";

    private readonly string _insert = database.Dialect == Dialect.Postgres
        ? Insert.Replace("$7, $8, $9, $10, 1", "$7::uuid, $8::text, $9::bigint, $10::bytea, 1", StringComparison.Ordinal)
            .Replace("select $1, $2, $3, $4, $5, $6,", "select $1::text, $2::text, $3::text, $4::integer, $5::bigint, $6::text,", StringComparison.Ordinal)
        : Insert;

    public Task<bool> AppendAsync(NewRecord record, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(record.Version, 1);
        return database.WriteAsync(
            async session =>
            {
                var (tenant, kind, key) = (CleanText.Of(record.Tenant), record.Kind, CleanText.Of(record.Key));
                var added = await session.RunAsync(
                    _insert,
                    tenant,
                    kind,
                    key,
                    record.Version,
                    Micros.Of(record.At),
                    CleanText.Of(record.Who),
                    record.PatientKey,
                    CleanText.OrNull(record.State),
                    record.Due is { } due ? Micros.Of(due) : null,
                    record.SealedBody.ToArray());
                if (added == 0)
                    return false;
                await session.RunAsync(
                    record.KeepHistory ? $"update record set latest = 0 where {One} and version < $4 and latest = 1" : $"delete from record where {One} and version < $4",
                    tenant,
                    kind,
                    key,
                    record.Version);
                if (record.Audit is { } entry)
                    await audit.AppendAsync(session, entry);
                return true;
            },
            cancel);
    }

    public Task<StoredRecord?> LatestAsync(string tenant, string kind, string key, CancellationToken cancel) => database.ReadAsync(
        s => s.FirstAsync(Read, $"select {Columns} from record where {One} order by version desc limit 1", CleanText.Of(tenant), kind, CleanText.Of(key)), cancel);

    public Task<IReadOnlyList<StoredRecord>> HistoryAsync(string tenant, string kind, string key, CancellationToken cancel) => database.ReadAsync(
        async s => (IReadOnlyList<StoredRecord>)await s.ListAsync(
            Read, $"select {Columns} from record where {One} order by version desc", CleanText.Of(tenant), kind, CleanText.Of(key)),
        cancel);

    public Task<IReadOnlyList<StoredRecord>> FindAsync(RecordFilter filter, CancellationToken cancel)
    {
        var sql = new StringBuilder($"select {Columns} from record where latest = 1 and tenant = $1 and kind = $2");
        var values = new List<object?> { CleanText.Of(filter.Tenant), filter.Kind };
        And("patient_key =", filter.PatientKey);
        And("state =", filter.State);
        And("at <", filter.Before is { } before ? Micros.Of(before) : null);
        values.Add(filter.Limit);
        sql.Append($" order by at desc, key limit ${values.Count}");
        return database.ReadAsync(async s => (IReadOnlyList<StoredRecord>)await s.ListAsync(Read, sql.ToString(), [.. values]), cancel);

        void And(string condition, object? value)
        {
            if (value is null)
                return;
            values.Add(value);
            sql.Append($" and {condition} ${values.Count}");
        }
    }

    public Task<IReadOnlyList<StoredRecord>> DueAsync(IReadOnlyList<string> kinds, DateTimeOffset now, int limit, CancellationToken cancel) => database.ReadAsync(
        async session =>
        {
            var due = new List<StoredRecord>();
            foreach (var kind in kinds)
            {
                due.AddRange(await session.ListAsync(
                    Read, $"select {Columns} from record where latest = 1 and kind = $1 and due <= $2 order by due limit $3", kind, Micros.Of(now), limit));
            }

            return (IReadOnlyList<StoredRecord>)[.. due.OrderBy(r => r.Due).Take(limit)];
        },
        cancel);

    public Task<bool> PostponeAsync(StoredRecord seen, DateTimeOffset? due, CancellationToken cancel) => database.WriteAsync(
        async session => await session.RunAsync(
            $"update record set due = $5 where {One} and version = $4 and latest = 1 and {(seen.Due is null ? "due is null" : "due = $6")}",
            [
                CleanText.Of(seen.Tenant), seen.Kind, CleanText.Of(seen.Key), seen.Version, due is { } at ? Micros.Of(at) : null,
                .. seen.Due is { } was ? [Micros.Of(was)] : Array.Empty<object?>(),
            ]) == 1,
        cancel);

    private static StoredRecord Read(DbDataReader r) => new(
        r.GetString(0),
        r.GetString(1),
        r.GetString(2),
        r.GetInt32(3),
        r.Time(4),
        r.GetString(5),
        r.IsDBNull(6) ? null : r.Uuid(6),
        r.Text(7),
        r.IsDBNull(8) ? null : r.Time(8),
        r.Bytes(9));
}
