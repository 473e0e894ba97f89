using System.Data.Common;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Store.Text;

namespace Hub.Store.Sql;

/// <summary>Column lists of deliveries and messages, and how to read them.</summary>
internal static class WorkColumns
{
    /// <summary>Columns of a delivery d; <see cref="Row"/> reads them. The snapshot comes from its message m.</summary>
    public const string OfRow =
        "d.id, d.tenant, d.partner, d.route, d.mapping, d.part, d.lane, d.state, d.due, d.attempts, d.since, m.snapshot, d.generation, d.documented, d.receipts, d.answer";

    /// <summary>How many columns <see cref="OfRow"/> has.</summary>
    public const int RowCount = 16;

    /// <summary>Columns of a message m; <see cref="Message"/> reads them.</summary>
    public const string OfMessage = "m.id, m.raw_id, m.ordinal, m.tenant, m.source, m.media, m.accepted, m.patient_key";

    /// <summary>How many columns <see cref="OfMessage"/> has.</summary>
    public const int MessageCount = 8;

    public static DeliveryRow Row(DbDataReader r, int c = 0) => new(
        DeliveryKey.Id(r.GetInt64(c)),
        r.GetString(c + 1),
        r.GetString(c + 2),
        r.GetString(c + 3),
        r.GetString(c + 4),
        r.GetInt32(c + 5),
        r.GetInt64(c + 6),
        (DeliveryState)r.GetInt16(c + 7),
        r.Time(c + 8),
        r.GetInt32(c + 9),
        r.Time(c + 10),
        r.GetInt32(c + 11),
        r.GetInt32(c + 12),
        r.GetInt16(c + 13) != 0)
    {
        Receipts = ReceiptProgress.Of(r.GetInt16(c + 14)),
        Answer = (AnswerPart)r.GetInt16(c + 15),
    };

    public static StoredMessage Message(DbDataReader r, int c = 0) => new(
        r.GetInt64(c), r.GetInt64(c + 1), r.GetInt32(c + 2), r.GetString(c + 3), r.GetString(c + 4), r.GetString(c + 5), r.Time(c + 6))
    {
        PatientKey = r.Uuid(c + 7),
    };
}
