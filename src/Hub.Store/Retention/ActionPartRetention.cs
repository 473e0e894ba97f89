using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Retention;

/// <summary>Deletes what ended actions were about. The key of a part is that of its action, a slash and a number; an action has no due time once it has ended.</summary>
internal sealed class ActionPartRetention(Database database)
{
    private const string Ended = $"""
        select p.tenant, p.key from record p
        left join record a on a.tenant = p.tenant and a.kind = '{RecordKinds.Action}' and a.latest = 1 and a.key = rtrim(rtrim(p.key, '0123456789'), '/')
        where p.tenant = '-' and p.kind = '{RecordKinds.ActionPart}' and p.latest = 1 and p.at < $1 and (a.key is null or (a.due is null and a.at < $1))
        order by p.at limit $2
        """;

    public Task<int> DeleteAsync(DateTimeOffset before, int limit, CancellationToken cancel) => database.WriteAsync(
        async session =>
        {
            var parts = await session.ListAsync(r => (Tenant: r.GetString(0), Key: r.GetString(1)), Ended, Micros.Of(before), limit);
            foreach (var (tenant, key) in parts)
                await session.RunAsync($"delete from record where tenant = $1 and kind = '{RecordKinds.ActionPart}' and key = $2", tenant, key);
            return parts.Count;
        },
        cancel);
}
