using System.Globalization;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Search;

/// <summary>Candidates that somebody can name: by patient, by the source's id, by what receipts and receivers call them.</summary>
internal sealed class NamedCandidates(Dialect dialect)
{
    // The tenant is no index to go by here: neither planner knows how few have the reference. Nobody looks further than this through deliveries that a receiver gave the same reference.
    private const string Receipt = "select id from delivery where receipt = $1 and tenant || '' = $2 limit 1000";

    private const string Ordered = " order by m.id desc limit $3";

    private const string Source = "select id from message where source_key = $1";

    // What an adapter wrote before the id decides what it is the id of; an answer stands behind the conversation it belongs to.
    private readonly string _conversation =
        $"select id from message where correlation is not null and {Bytewise(dialect)} >= $1 and {Bytewise(dialect)} < $2 and tenant || '' = $3 limit 1000";

    private const string Sent = "select delivery_id from correlation where tenant = $1 and correlation = $2";

    /// <summary>Messages of a patient: $4; their flows: $5 when not all are asked for. A patient may have many thousands: what their flows tell is asked where they lie.</summary>
    public string Patient(FlowMatch match) => Select("m.patient_key = $4", match);

    /// <summary>Messages with a correlation: $4; their flows: $5 when not all are asked for.</summary>
    public string Correlation(FlowMatch match) => Select($"m.correlation is not null and {Bytewise(dialect).Replace("correlation", "m.correlation", StringComparison.Ordinal)} = $4", match);

    /// <summary>The values from $4 on.</summary>
    public static object?[] Values(object name, FlowMatch match) => match.IsEverything ? [name] : [name, match.Flows];

    /// <summary>Those of some messages that have a delivery in a state and with an error, in the order given.</summary>
    public async Task<IReadOnlyList<long>> WithDeliveryAsync(Session session, IReadOnlyList<long> ids, DeliveryState? state, string? error)
    {
        // Asked of each by itself, in its own short stretch of the key: joined, PostgreSQL would go through all deliveries with that error.
        List<object?> values = [ids.ToArray()];
        var sql = $"select n.message from ({dialect.Numbers("$1", "message")}) n where (select 1 from delivery d where {DeliveryKey.OfMessage("d.id", "n.message")}";
        if (state is not null)
            sql += Also(" and d.state = ", (short)state);
        if (error is not null)
            sql += Also(" and d.error = ", error);
        var with = (await session.ListAsync(r => r.GetInt64(0), sql + " limit 1) = 1", [.. values])).ToHashSet();
        return [.. ids.Where(with.Contains)];

        string Also(string condition, object value)
        {
            values.Add(value);
            return condition + Parameter(values.Count);
        }
    }

    /// <summary>Correlations compared by their bytes, whatever the database's own collation: ranges of them are then a stretch of the index.</summary>
    public static string Bytewise(Dialect dialect) => dialect == Dialect.Postgres ? "(correlation collate \"C\")" : "correlation";

    /// <summary>Messages known outside under one of some ids.</summary>
    public async Task<IReadOnlyList<long>> ExternalAsync(Session session, MessageFilter filter)
    {
        if (filter.Tenant is not { } tenant)
            throw new ArgumentException("Ids outside are those of a tenant.", nameof(filter));
        var ids = new HashSet<long>(await SourcesAsync(session, filter.External.SourceKeys));
        foreach (var correlation in filter.External.Correlations)
            ids.UnionWith(await session.ListAsync(r => r.GetInt64(0) >> DeliveryKey.Shift, Sent, tenant, CleanText.Of(correlation)));
        foreach (var conversation in filter.External.Conversations.Select(CleanText.Of))
        {
            ids.UnionWith(await session.ListAsync(r => r.GetInt64(0), _conversation, conversation, conversation + '\u0001', tenant));
            ids.UnionWith(await session.ListAsync(r => r.GetInt64(0), _conversation, conversation + '/', conversation + '0', tenant));
        }

        foreach (var receipt in filter.External.Receipts)
            ids.UnionWith(await session.ListAsync(r => r.GetInt64(0) >> DeliveryKey.Shift, Receipt, CleanText.Of(receipt), tenant));
        return [.. ids];
    }

    /// <summary>Messages with one of some source keys.</summary>
    public static async Task<IReadOnlyList<long>> SourcesAsync(Session session, IReadOnlyList<Guid> keys)
    {
        var ids = new List<long>();
        foreach (var key in keys)
            ids.AddRange(await session.ListAsync(r => r.GetInt64(0), Source, key));
        return ids;
    }

    private string Select(string named, FlowMatch match)
    {
        var sql = $"select m.id from message m where {named} and m.id < $1 and m.id >= $2";
        return (match.IsEverything ? sql : sql + " and m.flow " + string.Format(CultureInfo.InvariantCulture, dialect.Among, "$5")) + Ordered;
    }

    private static string Parameter(int number) => "$" + number.ToString(CultureInfo.InvariantCulture);
}
