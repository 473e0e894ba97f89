using Hub.Core.Deliveries;
using Hub.Store.Text;
using Npgsql;
using NpgsqlTypes;

namespace Hub.Store.Postgres;

/// <summary>New messages and deliveries as arrays, one per column: what one statement takes in one round trip.</summary>
internal sealed class IntakeColumns
{
    private readonly List<NpgsqlParameter> _parameters = [];

    public IntakeColumns(IReadOnlyList<IntakePlan.NewRow> rows, int[] flows, int offset)
    {
        Add(rows, NpgsqlDbType.Uuid, r => r.Message.SourceKey);
        Add(rows, NpgsqlDbType.Integer, r => r.First - offset + 1);
        Add(rows, NpgsqlDbType.Bigint, r => Micros.Of(r.Message.OccurredAt));
        Add(rows, NpgsqlDbType.Bigint, r => Micros.Of(r.Raw.ReceivedAt));
        Add(rows, NpgsqlDbType.Integer, r => r.Raw.Snapshot);
        Add(rows, NpgsqlDbType.Integer, r => r.Message.Ordinal);
        Add(rows, NpgsqlDbType.Smallint, r => (short)r.Message.Kind);
        Add(rows, NpgsqlDbType.Smallint, r => (short)r.Message.Triage);
        Add(rows, NpgsqlDbType.Uuid, r => r.Message.Fingerprint);
        Add(rows, NpgsqlDbType.Uuid, r => r.Message.PatientKey);
        Add(rows, NpgsqlDbType.Text, r => r.Raw.Tenant);
        Add(rows, NpgsqlDbType.Text, r => r.Raw.Source);
        Add(rows, NpgsqlDbType.Text, r => CleanText.Of(r.Raw.MediaType));
        Add(rows, NpgsqlDbType.Text, r => CleanText.OrNull(r.Message.Category));
        Add(rows, NpgsqlDbType.Text, r => CleanText.Of(r.Message.SourceId));
        Add(rows, NpgsqlDbType.Text, r => CleanText.OrNull(r.Message.Correlation));
        Add(rows, NpgsqlDbType.Text, r => DecisionText.Write(r.Message.Decisions));
        Add(rows, NpgsqlDbType.Text, r => NoteText.Write(r.Message.Notes));
        var slot = offset;
        Add(rows, NpgsqlDbType.Bytea, r => r.First == slot++ ? r.Raw.SealedBody : default);

        var deliveries = Deliveries(rows);
        Add(deliveries, NpgsqlDbType.Integer, d => d.Slot);
        Add(deliveries, NpgsqlDbType.Smallint, d => d.No);
        Add(deliveries, NpgsqlDbType.Bigint, d => d.Delivery.Lane);
        Add(deliveries, NpgsqlDbType.Bigint, d => Micros.Of(d.Row.Raw.ReceivedAt));
        Add(deliveries, NpgsqlDbType.Integer, d => d.Delivery.Partition);
        Add(deliveries, NpgsqlDbType.Text, d => d.Row.Raw.Tenant);
        Add(deliveries, NpgsqlDbType.Text, d => d.Delivery.Partner);
        Add(deliveries, NpgsqlDbType.Text, d => d.Delivery.Route);
        Add(deliveries, NpgsqlDbType.Text, d => d.Delivery.Mapping);
        Add(deliveries, NpgsqlDbType.Text, d => d.Delivery.DeadLetter);
        Add(deliveries, NpgsqlDbType.Bigint, d => Waits(d.Row.Message, d.Delivery));
        _parameters.Add(new NpgsqlParameter<int[]> { TypedValue = flows, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        Add(deliveries, NpgsqlDbType.Integer, d => flows[d.Slot - 1]);
    }

    public void AddTo(NpgsqlCommand command)
    {
        foreach (var parameter in _parameters)
            command.Parameters.Add(parameter);
    }

    private static List<NumberedDelivery> Deliveries(IReadOnlyList<IntakePlan.NewRow> rows)
    {
        var deliveries = new List<NumberedDelivery>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            for (var d = 0; d < rows[i].Message.Deliveries.Count; d++)
                deliveries.Add(new NumberedDelivery(i + 1, (short)(d + 1), rows[i], rows[i].Message.Deliveries[d]));
        }

        return deliveries;
    }

    // One column for two: null for an ordinary delivery, 0 for one that an answer waits for, for the answer when it is due.
    private static long? Waits(Core.Storage.NewMessage message, Core.Storage.NewDelivery delivery) => message.PartOf(delivery) switch
    {
        AnswerPart.Answer => Micros.Of(delivery.DueAt!.Value),
        AnswerPart.Awaited => 0,
        _ => null,
    };

    private void Add<TRow, TValue>(IReadOnlyList<TRow> rows, NpgsqlDbType type, Func<TRow, TValue> column)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = column(rows[i]);
        _parameters.Add(new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
    }

    private readonly record struct NumberedDelivery(int Slot, short No, IntakePlan.NewRow Row, Core.Storage.NewDelivery Delivery);
}
