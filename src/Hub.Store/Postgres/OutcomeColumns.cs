using Hub.Core.Storage;
using Hub.Store.Text;
using Npgsql;
using NpgsqlTypes;

namespace Hub.Store.Postgres;

/// <summary>Outcomes as arrays, one per column: parameters 1 to 13 of a statement.</summary>
internal static class OutcomeColumns
{
    /// <summary>The parameters as a table.</summary>
    public const string Table = """
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
          as t(id, part, state, due, attempts, error, receipt, events, form, media, document_id, document, receipts)
        """;

    /// <summary>What an outcome t does to its delivery d.</summary>
    public const string Set = """
        state = t.state, due = case when t.state in (3, 4, 5) then d.due else t.due end, ended = case when t.state in (3, 4, 5) then t.due end, attempts = t.attempts, error = t.error, receipts = t.receipts,
          receipt = coalesce(t.receipt, d.receipt), documented = case when t.form is null then d.documented else 1 end
        """;

    /// <summary>Keeps what later receipts will name. Only for groups that have any: parameters of its own hold them, delivery by delivery.</summary>
    /// <param name="ids">Parameter with the deliveries.</param>
    /// <param name="correlations">Parameter with what they are known by.</param>
    /// <returns>A further part of a statement with a table "moved".</returns>
    public static string Named(string ids, string correlations) => $"""
        , named as (
          insert into correlation (tenant, correlation, delivery_id, generation)
          select m.tenant, c.correlation, m.id, m.generation from unnest({ids}, {correlations}) as c(id, correlation) join moved m on m.id = c.id
          on conflict (tenant, correlation) do nothing)
        """;

    public static void AddCorrelations(NpgsqlParameterCollection to, IReadOnlyList<DeliveryOutcome> outcomes)
    {
        var named = outcomes.SelectMany(o => o.Correlations.Select(c => (o.Id, Correlation: c))).ToList();
        Add(to, named, NpgsqlDbType.Bigint, n => DeliveryKey.Of(n.Id));
        Add(to, named, NpgsqlDbType.Text, n => CleanText.Of(n.Correlation));
    }

    public static bool HasCorrelations(IReadOnlyList<DeliveryOutcome> outcomes)
    {
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i].Correlations.Count > 0)
                return true;
        }

        return false;
    }

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
        Add(to, outcomes, NpgsqlDbType.Smallint, o => o.Receipts.Stored);
    }

    public static void Add<TRow, TValue>(NpgsqlParameterCollection to, IReadOnlyList<TRow> rows, NpgsqlDbType type, Func<TRow, TValue> column)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = column(rows[i]);
        to.Add(new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
    }
}
