using System.Security.Cryptography;
using System.Text.Json;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Operators;

/// <summary>The audit log as a hash chain: each entry's hash is SHA-256 over the hash before it and the entry. The head's row is locked while an entry is appended, so that entries of all nodes form one chain.</summary>
internal sealed class AuditLog : IAuditStore
{
    private const int PageSize = 1000;
    private const int RowsAtOnce = 20;
    private const int Columns = 8;

    private readonly Database _database;
    private readonly AuditGroup _group;

    public AuditLog(Database database)
    {
        _database = database;
        _group = new AuditGroup(database, this);
    }

    public Task AppendAsync(AuditEntry entry, CancellationToken cancel) => _group.AppendAsync(entry, cancel);

    /// <summary>Appends within a transaction. Last of its statements, so that the chain is held for a moment only.</summary>
    public Task AppendAsync(Session session, AuditEntry entry) => AppendAsync(session, [entry]);

    /// <summary>Appends several within a transaction, in their order.</summary>
    public async Task AppendAsync(Session session, IReadOnlyList<AuditEntry> entries)
    {
        var (seq, hash) = await session.FirstAsync(
            r => (Seq: r.GetInt64(0), Hash: r.Bytes(1).ToArray()), $"select seq, hash from audit_head where id = 1{_database.Dialect.ForUpdate}");
        foreach (var rows in entries.Chunk(RowsAtOnce))
        {
            var values = new List<object?>(rows.Length * Columns);
            foreach (var entry in rows)
            {
                var line = LineOf(++seq, entry);
                hash = line.HashAfter(hash);
                values.AddRange([line.Seq, line.At, line.Who, line.Action, line.Tenant, line.Target, line.Reason, hash]);
            }

            await session.RunAsync(Insert(rows.Length), [.. values]);
        }

        await session.RunAsync("update audit_head set seq = $1, hash = $2 where id = 1", seq, hash);
    }

    public Task<(long Entries, long? FirstBroken)> VerifyAsync(CancellationToken cancel) => _database.ReadAsync(VerifyAsync, cancel);

    private static async Task<(long Entries, long? FirstBroken)> VerifyAsync(Session session)
    {
        var (entries, last, hash, broken) = (0L, 0L, new byte[32], (long?)null);
        while (true)
        {
            var page = await session.ListAsync(
                r => (Line: Read(r), Hash: r.Bytes(7).ToArray()),
                $"select seq, at, who, action, tenant, target, reason, hash from audit where seq > $1 order by seq limit {PageSize}",
                last);
            foreach (var (line, stored) in page)
            {
                entries++;
                if (line.Seq != last + 1 || !line.HashAfter(hash).AsSpan().SequenceEqual(stored))
                    broken ??= line.Seq;
                (last, hash) = (line.Seq, stored);
            }

            if (page.Count == PageSize)
                continue;

            // Entries cut off at the end leave a whole chain behind, but not the head's.
            var head = await session.FirstAsync(r => (Seq: r.GetInt64(0), Hash: r.Bytes(1)), "select seq, hash from audit_head where id = 1");
            if (head.Seq != last || !head.Hash.Span.SequenceEqual(hash))
                broken ??= last + 1;
            return (entries, broken);
        }
    }

    // As many texts as there are sizes of groups, each prepared once.
    private static string Insert(int rows) =>
        $"insert into audit (seq, at, who, action, tenant, target, reason, hash) values {string.Join(", ", Enumerable.Range(0, rows).Select(r => $"({string.Join(", ", Enumerable.Range((r * Columns) + 1, Columns).Select(p => $"${p}"))})"))}";

    private static Line LineOf(long seq, AuditEntry entry) => new(
        seq, Micros.Of(entry.At), CleanText.Of(entry.Who), CleanText.Of(entry.Action), CleanText.OrNull(entry.Tenant), CleanText.OrNull(entry.Target), CleanText.OrNull(entry.Reason));

    private static Line Read(System.Data.Common.DbDataReader r) =>
        new(r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetString(3), r.Text(4), r.Text(5), r.Text(6));

    private sealed record Line(long Seq, long At, string Who, string Action, string? Tenant, string? Target, string? Reason)
    {
        /// <summary>Hash of a JSON array of the fields, after the previous hash: quoting keeps fields apart.</summary>
        public byte[] HashAfter(ReadOnlySpan<byte> previous)
        {
            var entry = JsonSerializer.SerializeToUtf8Bytes(new object?[] { Seq, At, Who, Action, Tenant, Target, Reason });
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(previous);
            hash.AppendData(entry);
            return hash.GetHashAndReset();
        }
    }
}
