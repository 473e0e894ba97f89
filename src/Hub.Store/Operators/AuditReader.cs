using System.Globalization;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Operators;

/// <summary>Reads the audit log, newest first.</summary>
internal sealed class AuditReader(Database database) : IAuditReader
{
    private const int MaxLimit = 1000;

    // Numbers follow time but for the clocks of the nodes: a period is widened by so much where it becomes numbers.
    private const long Slack = 3_600_000_000;

    public Task<IReadOnlyList<AuditLine>> EntriesAsync(AuditFilter filter, CancellationToken cancel) => database.ReadAsync(
        async session =>
        {
            var (values, conditions) = (new List<object?>(), new List<string>());
            void Where(string condition, object value)
            {
                values.Add(value);
                conditions.Add(string.Create(CultureInfo.InvariantCulture, $"{condition} ${values.Count}"));
            }

            if (filter.Tenant is { } tenant)
                Where("tenant =", CleanText.Of(tenant));
            if (filter.Who is { } who)
                Where("who =", CleanText.Of(who));
            if (filter.Action is { } action)
                Where("action =", CleanText.Of(action));
            if (filter.Target is { } target)
                Where("target =", CleanText.Of(target));
            if (filter.From is { } from)
            {
                Where("at >=", Micros.Of(from));
                Where("seq >=", await FirstAsync(session, Micros.Of(from) - Slack));
            }

            if (filter.To is { } to)
            {
                Where("at <", Micros.Of(to));
                Where("seq <", await FirstAsync(session, Micros.Of(to) + Slack));
            }

            if (filter.Before is { } before)
                Where("seq <", before);
            values.Add((long)Math.Clamp(filter.Limit, 1, MaxLimit));
            var where = conditions.Count == 0 ? string.Empty : " where " + string.Join(" and ", conditions);
            var sql = string.Create(CultureInfo.InvariantCulture, $"select seq, at, who, action, tenant, target, reason from audit{where} order by seq desc limit ${values.Count}");
            return (IReadOnlyList<AuditLine>)await session.ListAsync(
                r => new AuditLine(r.GetInt64(0), new AuditEntry(r.Time(1), r.GetString(2), r.GetString(3), r.Text(4), r.Text(5), r.Text(6))), sql, [.. values]);
        },
        cancel);

    // Entries are numbered without gaps: a few dozen looks spare an index that every view would pay for.
    private static async Task<long> FirstAsync(Session session, long at)
    {
        var (low, high) = (1L, 1 + await session.FirstAsync(r => r.GetInt64(0), "select seq from audit_head where id = 1"));
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (await session.FirstAsync(r => r.GetInt64(0), "select at from audit where seq = $1", middle) >= at)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
