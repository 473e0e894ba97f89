using System.Globalization;
using Hub.Core.Content;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Flows;

/// <summary>Finds the flows of messages that get more deliveries. Flows are numbered in transactions of their own, so this comes before the one that adds them.</summary>
internal sealed class FlowGrowth(Database database, FlowBook flows)
{
    private readonly string _messages =
        $"select id, tenant, source, kind, triage from message where id {string.Format(CultureInfo.InvariantCulture, database.Dialect.Among, "$1")}";

    // Asked of each message by itself: joined, PostgreSQL would go through all deliveries.
    private readonly string _last = $"""
        select n.message, (select max(d.id) from delivery d where {DeliveryKey.OfMessage("d.id", "n.message")}) from ({database.Dialect.Numbers("$1", "message")}) n
        """;

    private readonly string _ends =
        $"select id, partner, route from delivery where id {string.Format(CultureInfo.InvariantCulture, database.Dialect.Among, "$1")} order by id";

    /// <summary>Finds them.</summary>
    /// <param name="messages">The messages with their new deliveries.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>A flow for each.</returns>
    public async Task<IReadOnlyList<LongerFlow>> FindAsync(IReadOnlyList<(long Id, IReadOnlyList<NewDelivery> Added)> messages, CancellationToken cancel)
    {
        if (messages.Count == 0)
            return [];
        long[] ids = [.. messages.Select(m => m.Id)];
        var (heads, ends) = await database.ReadAsync(
            async session => (
                (await session.ListAsync(r => new Head(r.GetInt64(0), r.GetString(1), r.GetString(2), (ContentKind)r.GetInt16(3), (Triage)r.GetInt16(4)), _messages, ids)).ToDictionary(h => h.Id),
                await EndsAsync(session, ids)),
            cancel);
        var found = messages.Where(m => heads.ContainsKey(m.Id)).ToList();
        var numbers = await flows.NumberAsync([.. found.Select(m => heads[m.Id].With([.. ends[m.Id], .. m.Added.Select(d => new FlowEnd(d.Partner, d.Route))]))], cancel);
        var longer = found.Select((m, n) => (m.Id, Flow: new LongerFlow(numbers[n], ends[m.Id].Count()))).ToDictionary(m => m.Id, m => m.Flow);
        return [.. messages.Select(m => longer.GetValueOrDefault(m.Id))];
    }

    // Deliveries of a message are numbered from one, without gaps.
    private async Task<ILookup<long, FlowEnd>> EndsAsync(Session session, long[] messages)
    {
        var last = await session.ListAsync(r => (Message: r.GetInt64(0), No: r.IsDBNull(1) ? 0 : (int)DeliveryKey.Id(r.GetInt64(1)).No), _last, messages);
        long[] keys = [.. last.SelectMany(m => Enumerable.Range(1, m.No).Select(no => DeliveryKey.Of(m.Message, no)))];
        var ends = await session.ListAsync(r => (Id: DeliveryKey.Id(r.GetInt64(0)), End: new FlowEnd(r.GetString(1), r.GetString(2))), _ends, keys);
        return ends.ToLookup(e => e.Id.MessageId, e => e.End);
    }

    private sealed record Head(long Id, string Tenant, string Source, ContentKind Kind, Triage Triage)
    {
        public FlowKey With(FlowEnd[] ends) => new(Tenant, Source, Kind, Triage, ends);
    }
}

/// <summary>A flow with more deliveries.</summary>
/// <param name="Number">Its number.</param>
/// <param name="After">How many deliveries the message had before.</param>
internal readonly record struct LongerFlow(int Number, int After)
{
    /// <summary>The number; 0 when somebody else has added deliveries meanwhile.</summary>
    /// <param name="last">How many deliveries the message has now.</param>
    public int NumberAfter(int last) => last == After ? Number : 0;
}
