using System.Globalization;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Retention;

/// <summary>Deletes bodies in the order of message numbers, without an index that every intake would pay for: what is behind the position is done, but for the few messages that had not ended.</summary>
internal sealed class BodyRetention(Database database)
{
    /// <summary>Messages that are looked at again in every step; with more of them the position stays where it is.</summary>
    public const int MostLate = 1000;

    private static readonly string Unended = $"case when exists (select 1 from delivery d where {DeliveryKey.OfMessage("d.id", "m.id")} and d.state in (1, 2, 6)) then 1 else 0 end";

    private static readonly string Page = $"select m.id, m.raw_id, m.accepted, {Unended} from message m where m.tenant = $1 and m.id > $2 order by m.id limit $3";

    private readonly string _bodies = "update message set body = null where body is not null and tenant = $2 and id " + string.Format(CultureInfo.InvariantCulture, database.Dialect.Among, "$1");

    private readonly string _documents = $"""
        update step as s set document = null from ({database.Dialect.Numbers("$1", "message")}) n
        where {DeliveryKey.OfMessage("s.delivery_id", "n.message")} and s.document is not null
        """;

    public Task<RetentionProgress> StepAsync(RetentionStep step, CancellationToken cancel) => database.WriteAsync(session => StepAsync(session, step), cancel);

    private async Task<RetentionProgress> StepAsync(Session session, RetentionStep step)
    {
        var tenant = CleanText.Of(step.Tenant);
        var ended = new List<Row>();
        var late = new List<long>();
        foreach (var raw in step.Late)
            Sort(await BatchAsync(session, tenant, raw), ended, late);
        var (after, done, oldest) = (step.After, false, (DateTimeOffset?)null);
        if (late.Count < MostLate)
        {
            var batches = await NextAsync(session, tenant, step.After, step.Limit);
            var old = batches.TakeWhile(b => b[0].Accepted < Micros.Of(step.Before)).ToList();
            foreach (var batch in old)
                Sort(batch, ended, late);
            (after, done) = (old.Count == 0 ? step.After : old[^1][^1].Id, old.Count < batches.Count || batches.Count == 0);
            oldest = batches.Count > old.Count ? Micros.Time(batches[old.Count][0].Accepted) : null;
        }

        if (ended.Count > 0)
        {
            await session.RunAsync(_bodies, ended.Select(r => r.Raw).Distinct().ToArray(), tenant);
            await session.RunAsync(_documents, ended.Select(r => r.Id).ToArray());
        }

        return new RetentionProgress(after, late, ended.Count, done || late.Count >= MostLate, oldest);
    }

    // A batch keeps its bytes until its last message has ended.
    private static void Sort(List<Row> batch, List<Row> ended, List<long> late)
    {
        if (batch.Any(r => r.Unended))
            late.Add(batch[0].Raw);
        else
            ended.AddRange(batch);
    }

    private static async Task<List<List<Row>>> NextAsync(Session session, string tenant, long after, int limit)
    {
        var rows = await PageAsync(session, tenant, after, limit);
        if (rows.Count < limit)
            return Batches(rows);

        // The last batch may go on beyond the page: it is left for the next one, unless it fills this one.
        var last = rows[^1].Raw;
        if (rows[0].Raw == last)
            return Batches(await BatchAsync(session, tenant, last));
        return Batches([.. rows.Where(r => r.Raw != last)]);
    }

    private static async Task<List<Row>> BatchAsync(Session session, string tenant, long raw)
    {
        var rows = new List<Row>();
        while (true)
        {
            var page = await PageAsync(session, tenant, rows.Count == 0 ? raw - 1 : rows[^1].Id, 100);
            rows.AddRange(page.TakeWhile(r => r.Raw == raw));
            if (page.Count < 100 || page[^1].Raw != raw)
                return rows;
        }
    }

    private static Task<List<Row>> PageAsync(Session session, string tenant, long after, int limit) =>
        session.ListAsync(r => new Row(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt32(3) != 0), Page, tenant, after, limit);

    private static List<List<Row>> Batches(IReadOnlyList<Row> rows) => [.. rows.GroupBy(r => r.Raw).Select(g => g.ToList())];

    private readonly record struct Row(long Id, long Raw, long Accepted, bool Unended);
}
