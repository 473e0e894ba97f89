using System.Globalization;
using Hub.Core.Deliveries;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Search;

/// <summary>What tells deliveries in trouble apart, as one text of state, flow, number within the message, and code of the last error: <c>4/17/1/HUB-SEND-005</c>. One text, because an index can be stepped through from one value to the next only by a single column that is never null.</summary>
/// <param name="State">Where the deliveries stand.</param>
/// <param name="Flow">Flow of their messages; 0 when it is not known.</param>
/// <param name="No">Which delivery of its message.</param>
/// <param name="Error">Code of the last error; empty when none.</param>
internal readonly record struct FlagText(DeliveryState State, int Flow, short No, string Error)
{
    /// <summary>Which deliveries are in trouble, or wait for something else than their turn. Those that go the usual way never are.</summary>
    public const string IsFlagged = "(error is not null or state in (2, 4, 5, 6))";

    private static readonly string Expression =
        $"cast(state as text) || '/' || cast(flow as text) || '/' || cast({DeliveryKey.NoOf("id")} as text) || '/' || coalesce(error, '')";

    /// <summary>The text as an expression over the columns of a delivery.</summary>
    public static string Indexed(Dialect dialect) => dialect == Dialect.Postgres ? $"(({Expression}) collate \"C\")" : $"({Expression})";

    /// <summary>Reads the text.</summary>
    public static FlagText Of(string text)
    {
        var parts = text.Split('/', 4);
        return new FlagText(
            (DeliveryState)int.Parse(parts[0], CultureInfo.InvariantCulture),
            int.Parse(parts[1], CultureInfo.InvariantCulture),
            short.Parse(parts[2], CultureInfo.InvariantCulture),
            parts[3]);
    }

    /// <summary>Every text that stands in the index now: steps from one to the next instead of over their rows.</summary>
    public static Task<List<string>> AllAsync(Session session, Dialect dialect)
    {
        var key = Indexed(dialect);
        return session.ListAsync(
            r => r.GetString(0),
            $"""
            with recursive flag(k) as (
              select (select {key} from delivery where {IsFlagged} order by {key} limit 1)
              union all
              select (select {key} from delivery where {IsFlagged} and {key} > flag.k order by {key} limit 1) from flag where flag.k is not null)
            select k from flag where k is not null
            """);
    }
}
