using Hub.Core.Content;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Flows;

/// <summary>Finds the flow of a message that gets more deliveries. Flows are numbered in transactions of their own, so this comes before the one that adds them.</summary>
internal sealed class FlowGrowth(Database database, FlowBook flows)
{
    private const string Message = "select tenant, source, kind, triage from message where id = $1";

    private const string Ends = "select partner, route from delivery where id > $1 and id < $2 order by id";

    /// <summary>Finds it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="added">Its new deliveries.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The flow.</returns>
    public async Task<LongerFlow> FindAsync(long message, IReadOnlyList<NewDelivery> added, CancellationToken cancel)
    {
        var found = await database.ReadAsync(
            async session => (
                Heads: await session.ListAsync(r => (Tenant: r.GetString(0), Source: r.GetString(1), Kind: (ContentKind)r.GetInt16(2), Triage: (Triage)r.GetInt16(3)), Message, message),
                Ends: await session.ListAsync(r => new FlowEnd(r.GetString(0), r.GetString(1)), Ends, DeliveryKey.Of(message, 0), DeliveryKey.Of(message + 1, 0))),
            cancel);
        if (found.Heads is not [var head])
            return new LongerFlow(0, 0);
        FlowEnd[] ends = [.. found.Ends, .. added.Select(d => new FlowEnd(d.Partner, d.Route))];
        var numbers = await flows.NumberAsync([new FlowKey(head.Tenant, head.Source, head.Kind, head.Triage, ends)], cancel);
        return new LongerFlow(numbers[0], found.Ends.Count);
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
