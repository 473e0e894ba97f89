using Hub.Core.Content;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Flows;

/// <summary>Gives their flow to messages that have none: those of earlier versions, and of nodes that ran one while this database was brought up to date.</summary>
internal sealed class FlowFiller(Database database, FlowBook flows)
{
    private const int AtOnce = 2000;

    private const string Messages = "select id, tenant, source, kind, triage from message where flow = 0 and id > $1 order by id limit $2";

    private readonly string _ends =
        $"select d.id, d.partner, d.route from ({database.Dialect.Numbers("$1", "id")}) i join delivery d on {DeliveryKey.OfMessage("d.id", "i.id")}";

    private readonly string _message = "update message set flow = $1 where flow = 0 and id " + Among(database);

    private readonly string _deliveries = "update delivery set flow = $1 where id " + Among(database);

    /// <summary>Fills all that is to be filled, some at a time: what is taken in meanwhile does not wait.</summary>
    public async Task FillAsync(CancellationToken cancel)
    {
        var after = 0L;
        while (await FillAsync(after, cancel) is { } last)
            after = last;
    }

    private async Task<long?> FillAsync(long after, CancellationToken cancel)
    {
        var rows = await database.ReadAsync(session => ReadAsync(session, after), cancel);
        if (rows.Count == 0)
            return null;
        var numbers = await flows.NumberAsync([.. rows.Select(r => r.Key)], cancel);
        await database.WriteAsync(
            async session =>
            {
                foreach (var group in rows.Zip(numbers).Where(r => r.Second > 0).GroupBy(r => r.Second, r => r.First))
                {
                    await session.RunAsync(_message, group.Key, group.Select(m => m.Id).ToArray());
                    await session.RunAsync(_deliveries, group.Key, group.SelectMany(m => m.Key.Ends.Select((_, i) => DeliveryKey.Of(m.Id, i + 1))).ToArray());
                }

                return true;
            },
            cancel);
        return rows[^1].Id;
    }

    private async Task<List<(long Id, FlowKey Key)>> ReadAsync(Session session, long after)
    {
        var messages = await session.ListAsync(
            r => (Id: r.GetInt64(0), Tenant: r.GetString(1), Source: r.GetString(2), Kind: (ContentKind)r.GetInt16(3), Triage: (Triage)r.GetInt16(4)), Messages, after, AtOnce);
        if (messages.Count == 0)
            return [];
        var ends = (await session.ListAsync(r => (Id: DeliveryKey.Id(r.GetInt64(0)), End: new FlowEnd(r.GetString(1), r.GetString(2))), _ends, messages.Select(m => m.Id).ToArray()))
            .OrderBy(d => d.Id).ToLookup(d => d.Id.MessageId, d => d.End);
        return [.. messages.Select(m => (m.Id, new FlowKey(m.Tenant, m.Source, m.Kind, m.Triage, [.. ends[m.Id]])))];
    }

    private static string Among(Database database) => string.Format(System.Globalization.CultureInfo.InvariantCulture, database.Dialect.Among, "$2");
}
