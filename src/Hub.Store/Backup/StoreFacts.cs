using Hub.Store.Sql;

namespace Hub.Store.Backup;

/// <summary>What a database holds, counted in one snapshot: a restored one must say the same as the one that was copied.</summary>
/// <param name="Installation">Id of the installation.</param>
/// <param name="Schema">Number of its schema.</param>
/// <param name="LastMessage">Last message number given.</param>
/// <param name="Messages">Messages.</param>
/// <param name="Deliveries">Deliveries.</param>
/// <param name="AuditEntries">Entries of the audit log.</param>
/// <param name="AuditHash">Hash at the head of the audit log, in hexadecimal digits.</param>
public sealed record StoreFacts(Guid Installation, int Schema, long LastMessage, long Messages, long Deliveries, long AuditEntries, string AuditHash)
{
    internal static async Task<StoreFacts> ReadAsync(Session session)
    {
        async Task<string> MetaAsync(string name) => await session.FirstAsync(r => r.GetString(0), "select value from meta where name = $1", name)
            ?? throw new StoreRefusedException("This is no database of a hub: it has no installation.");
        var (entries, hash) = await session.FirstAsync(r => (r.GetInt64(0), Convert.ToHexStringLower(r.Bytes(1).Span)), "select seq, hash from audit_head where id = 1");
        return new StoreFacts(
            Guid.Parse(await MetaAsync("installation")),
            int.Parse(await MetaAsync("schema"), System.Globalization.CultureInfo.InvariantCulture),
            await session.FirstAsync(
                r => Math.Max(r.GetInt64(0), r.GetInt64(1)), "select (select last from counter where id = 1), (select coalesce(max(id), 0) from message)"),
            await session.FirstAsync(r => r.GetInt64(0), "select count(*) from message"),
            await session.FirstAsync(r => r.GetInt64(0), "select count(*) from delivery"),
            entries,
            hash);
    }
}
