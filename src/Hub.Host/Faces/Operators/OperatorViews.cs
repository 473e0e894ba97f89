using System.Text.Json;
using Hub.Core.Deliveries;
using Hub.Core.Storage;

namespace Hub.Host.Faces.Operators;

/// <summary>What operators see, in JSON: no patient, no body.</summary>
internal static class OperatorViews
{
    /// <summary>Rows after an act.</summary>
    public static void Rows(Utf8JsonWriter json, IReadOnlyList<DeliveryRow> rows) => Rows(json, rows, _ => false);

    /// <summary>Deliveries, and which of them the receiver may get although they were held or discarded.</summary>
    public static void Rows(Utf8JsonWriter json, IReadOnlyList<DeliveryRow> rows, Func<DeliveryRow, bool> isUnderWay)
    {
        json.WriteStartObject();
        json.WriteStartArray("deliveries");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            Row(json, row);
            if (isUnderWay(row))
                json.WriteBoolean("underWay", true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The ledger.</summary>
    public static void Ledger(Utf8JsonWriter json, Ledger ledger)
    {
        json.WriteStartObject();
        json.WriteNumber("accepted", ledger.Accepted);
        json.WriteNumber("delivered", ledger.Delivered);
        json.WriteNumber("deadLettered", ledger.DeadLettered);
        json.WriteNumber("pending", ledger.Pending);
        json.WriteNumber("messages", ledger.Messages);
        json.WriteNumber("unrouted", ledger.Unrouted);
        json.WriteBoolean("balances", ledger.Balances);
        json.WriteEndObject();
    }

    /// <summary>The name of a value in the API: its own, with a small first letter.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];

    /// <summary>A delivery's row, within an object.</summary>
    public static void Row(Utf8JsonWriter json, DeliveryRow row)
    {
        json.WriteString("id", row.Id.ToString());
        json.WriteString("route", row.Route);
        json.WriteString("partner", row.Partner);
        json.WriteString("mapping", row.Mapping);
        json.WriteString("state", Name(row.State));
        json.WriteNumber("attempts", row.Attempts);
        json.WriteNumber("generation", row.Generation);
        json.WriteNumber("snapshot", row.Snapshot);
        if (row.State is DeliveryState.Pending or DeliveryState.AwaitingReceipt or DeliveryState.Held)
            json.WriteString("due", row.Due);
    }
}
