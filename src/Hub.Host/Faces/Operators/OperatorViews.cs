using System.Globalization;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Storage;

namespace Hub.Host.Faces.Operators;

/// <summary>What operators see, in JSON: no patient, no body.</summary>
internal static class OperatorViews
{
    /// <summary>A message with its timeline.</summary>
    public static void Message(Utf8JsonWriter json, MessageView view)
    {
        json.WriteStartObject();
        json.WriteString("id", Number(view.Message.MessageId));
        json.WriteString("tenant", view.Message.Tenant);
        json.WriteString("source", view.Message.Source);
        json.WriteString("sourceId", view.SourceId);
        json.WriteString("content", view.Kind.Name());
        Text(json, "category", view.Category);
        json.WriteString("triage", Name(view.Triage));
        Text(json, "correlation", view.Correlation);
        json.WriteString("acceptedAt", view.Message.AcceptedAt);
        json.WriteString("occurredAt", view.OccurredAt);
        json.WriteStartArray("routes");
        foreach (var decision in view.Decisions)
        {
            json.WriteStartObject();
            json.WriteString("route", decision.Route);
            json.WriteString("partner", decision.Partner);
            json.WriteString("verdict", Name(decision.Verdict));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in view.Notes)
        {
            json.WriteStartObject();
            json.WriteString("kind", note.Kind);
            Text(json, "path", note.Path);
            json.WriteString("text", note.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("deliveries");
        foreach (var delivery in view.Deliveries)
            Delivery(json, delivery);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A page of messages.</summary>
    public static void Page(Utf8JsonWriter json, (IReadOnlyList<MessageView> Messages, long? Next) page)
    {
        json.WriteStartObject();
        json.WriteStartArray("messages");
        foreach (var message in page.Messages)
            Message(json, message);
        json.WriteEndArray();
        if (page.Next is { } next)
            json.WriteString("next", Number(next));
        json.WriteEndObject();
    }

    /// <summary>Rows after an act.</summary>
    public static void Rows(Utf8JsonWriter json, IReadOnlyList<DeliveryRow> rows)
    {
        json.WriteStartObject();
        json.WriteStartArray("deliveries");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            Row(json, row);
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

    private static void Delivery(Utf8JsonWriter json, DeliveryView delivery)
    {
        json.WriteStartObject();
        Row(json, delivery.Row);
        Text(json, "error", delivery.ErrorCode);
        Text(json, "receipt", delivery.Receipt);
        Text(json, "form", delivery.Document?.Form);
        Text(json, "documentId", delivery.Document?.DocumentId);
        json.WriteStartArray("timeline");
        foreach (var step in delivery.Events)
        {
            json.WriteStartObject();
            json.WriteString("at", step.At);
            json.WriteString("step", Name(step.Kind));
            Text(json, "code", step.Code);
            Text(json, "detail", step.Detail);
            if (step.DurationMs is { } ms)
                json.WriteNumber("durationMs", ms);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, DeliveryRow row)
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

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
