using System.Globalization;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Operators;

/// <summary>Rows of deliveries as acts read and tell of them.</summary>
internal sealed class DeliveryRows(Dialect dialect)
{
    private readonly string _read = $"""
        select {WorkColumns.OfRow} from delivery d join message m on m.id = {DeliveryKey.MessageOf("d.id")} where d.id {string.Format(CultureInfo.InvariantCulture, dialect.Among, "$1")} order by d.id
        """;

    /// <summary>Reads them.</summary>
    public async Task<Dictionary<DeliveryId, DeliveryRow>> ReadAsync(Session session, IReadOnlyList<DeliveryId> ids) =>
        (await session.ListAsync(r => WorkColumns.Row(r), _read, Keys(ids))).ToDictionary(r => r.Id);

    /// <summary>Reads them, and nobody else changes them until the end of the transaction.</summary>
    public async Task<Dictionary<DeliveryId, DeliveryRow>> LockAsync(Session session, IReadOnlyList<DeliveryId> ids) =>
        (await session.ListAsync(r => WorkColumns.Row(r), dialect.ForUpdate.Length == 0 ? _read : $"{_read}{dialect.ForUpdate} of d", Keys(ids))).ToDictionary(r => r.Id);

    /// <summary>The entry of an act in a delivery's timeline.</summary>
    public static Statement Told(DeliveryId id, string verb, OperatorAct act) => new(
        "insert into step (delivery_id, generation, events) values ($1, (select generation from delivery where id = $1), $2)",
        DeliveryKey.Of(id),
        EventText.Write([new DeliveryEvent(act.At, DeliveryEventKind.Operator, null, $"{verb} by {act.Who}: {act.Reason}")]));

    private static long[] Keys(IReadOnlyList<DeliveryId> ids) => [.. ids.Select(DeliveryKey.Of)];
}
