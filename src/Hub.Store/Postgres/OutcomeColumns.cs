using Hub.Core.Storage;
using Hub.Store.Text;
using Npgsql;
using NpgsqlTypes;

namespace Hub.Store.Postgres;

/// <summary>Outcomes as arrays, one per column: parameters 1 to 12 of a statement.</summary>
internal static class OutcomeColumns
{
    /// <summary>The parameters as a table.</summary>
    public const string Table = """
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
          as t(id, part, state, due, attempts, error, receipt, events, form, media, document_id, document)
        """;

    /// <summary>What an outcome t does to its delivery d.</summary>
    public const string Set = """
        state = t.state, due = case when t.state in (3, 4, 5) then d.due else t.due end, attempts = t.attempts, error = t.error,
          receipt = coalesce(t.receipt, d.receipt), documented = case when t.form is null then d.documented else 1 end
        """;

    public static void AddTo(NpgsqlParameterCollection to, IReadOnlyList<DeliveryOutcome> outcomes)
    {
        Add(to, outcomes, NpgsqlDbType.Bigint, o => DeliveryKey.Of(o.Id));
        Add(to, outcomes, NpgsqlDbType.Integer, o => o.Partition);
        Add(to, outcomes, NpgsqlDbType.Smallint, o => (short)o.State);
        Add(to, outcomes, NpgsqlDbType.Bigint, o => Micros.Of(o.Due));
        Add(to, outcomes, NpgsqlDbType.Integer, o => o.Attempts);
        Add(to, outcomes, NpgsqlDbType.Text, o => CleanText.OrNull(o.ErrorCode));
        Add(to, outcomes, NpgsqlDbType.Text, o => CleanText.OrNull(o.Receipt));
        Add(to, outcomes, NpgsqlDbType.Text, o => EventText.Write(o.Events));
        Add(to, outcomes, NpgsqlDbType.Text, o => o.Document?.Form);
        Add(to, outcomes, NpgsqlDbType.Text, o => o.Document?.MediaType);
        Add(to, outcomes, NpgsqlDbType.Text, o => CleanText.OrNull(o.Document?.DocumentId));
        Add(to, outcomes, NpgsqlDbType.Bytea, o => o.SealedDocument);
    }

    public static void Add<TRow, TValue>(NpgsqlParameterCollection to, IReadOnlyList<TRow> rows, NpgsqlDbType type, Func<TRow, TValue> column)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = column(rows[i]);
        to.Add(new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
    }
}
