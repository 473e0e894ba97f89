using System.Globalization;
using Hub.Core.Content;
using Hub.Core.Storage;
using Hub.Store.Sql;

namespace Hub.Store.Flows;

/// <summary>Finds the flows of messages that get more deliveries. Flows are numbered in transactions of their own, so this comes before the one that adds them.</summary>
internal sealed class FlowGrowth(Database database, FlowBook flows)
{
    private readonly string _messages =
        $"select id, tenant, source, kind, triage from message where id {string.Format(CultureInfo.InvariantCulture, database.Dialect.Among, "$1")}";

    private readonly string _ends = $"""
        select n.message, d.partner, d.route from ({database.Dialect.Numbers("$1", "message")}) n
        cross join delivery d where d.id > n.message * 32768 and d.id < (n.message + 1) * 32768 order by d.id
        """;

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
                (await session.ListAsync(r => (Message: r.GetInt64(0), End: new FlowEnd(r.GetString(1), r.GetString(2))), _ends, ids)).ToLookup(e => e.Message, e => e.End)),
            cancel);
        var found = messages.Where(m => heads.ContainsKey(m.Id)).ToList();
        var numbers = await flows.NumberAsync([.. found.Select(m => heads[m.Id].With([.. ends[m.Id], .. m.Added.Select(d => new FlowEnd(d.Partner, d.Route))]))], cancel);
        var longer = found.Select((m, n) => (m.Id, Flow: new LongerFlow(numbers[n], ends[m.Id].Count()))).ToDictionary(m => m.Id, m => m.Flow);
        return [.. messages.Select(m => longer.GetValueOrDefault(m.Id))];
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
