using System.Globalization;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Core.Storage;
using Hub.Host.Errors;

namespace Hub.Host.Faces.Operators;

/// <summary>Messages in JSON: no patient, no body.</summary>
internal static class MessageViews
{
    /// <summary>A page of heads.</summary>
    public static void Page(Utf8JsonWriter json, MessagePage page)
    {
        json.WriteStartObject();
        json.WriteStartArray("messages");
        foreach (var message in page.Messages)
            Head(json, message);
        json.WriteEndArray();
        if (page.Next is { } next)
            json.WriteString("next", Number(next));
        json.WriteEndObject();
    }

    /// <summary>A message with its timeline.</summary>
    public static void Message(Utf8JsonWriter json, (MessageView View, IReadOnlyList<TimelineEntry> Timeline, List<AmendVerdict> Amend, bool Norwegian) message)
    {
        var view = message.View;
        json.WriteStartObject();
        json.WriteString("id", Number(view.Message.MessageId));
        json.WriteString("tenant", view.Message.Tenant);
        json.WriteString("source", view.Message.Source);
        json.WriteString("sourceId", view.SourceId);
        json.WriteString("content", view.Kind.Name());
        Text(json, "category", view.Category);
        json.WriteString("triage", OperatorViews.Name(view.Triage));
        Text(json, "correlation", view.Correlation);
        json.WriteString("acceptedAt", view.Message.AcceptedAt);
        json.WriteString("occurredAt", view.OccurredAt);
        Array(json, "routes", view.Decisions, Decision);
        Array(json, "notes", view.Notes, Note);
        Array(json, "deliveries", [.. view.Deliveries.Zip(message.Amend)], (j, d) => Delivery(j, d, message.Norwegian));
        Array(json, "timeline", message.Timeline, (j, e) => Entry(j, e, message.Norwegian));
        json.WriteEndObject();
    }

    /// <summary>A text that may be missing.</summary>
    public static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    /// <summary>A message's number, as a text: larger than what every reader's numbers hold.</summary>
    public static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static void Head(Utf8JsonWriter json, MessageHead head)
    {
        json.WriteStartObject();
        json.WriteString("id", Number(head.Id));
        json.WriteString("tenant", head.Tenant);
        json.WriteString("source", head.Source);
        json.WriteString("sourceId", head.SourceId);
        json.WriteString("content", head.Content.Name());
        Text(json, "category", head.Category);
        json.WriteString("triage", OperatorViews.Name(head.Triage));
        json.WriteString("acceptedAt", head.AcceptedAt);
        json.WriteString("occurredAt", head.OccurredAt);
        Text(json, "correlation", head.Correlation);
        Array(json, "deliveries", head.Deliveries, DeliveryHead);
        json.WriteEndObject();
    }

    private static void DeliveryHead(Utf8JsonWriter json, DeliveryHead delivery)
    {
        json.WriteString("id", delivery.Id.ToString());
        json.WriteString("route", delivery.Route);
        json.WriteString("partner", delivery.Partner);
        json.WriteString("mapping", delivery.Mapping);
        json.WriteString("state", OperatorViews.Name(delivery.State));
        json.WriteNumber("attempts", delivery.Attempts);
        Text(json, "error", delivery.Error);
        if (delivery.Due is { } due)
            json.WriteString("due", due);
    }

    private static void Delivery(Utf8JsonWriter json, (DeliveryView View, AmendVerdict Amend) one, bool norwegian)
    {
        var delivery = one.View;
        OperatorViews.Row(json, delivery.Row);
        Text(json, "error", delivery.ErrorCode);
        Text(json, "receipt", delivery.Receipt);
        Text(json, "form", delivery.Document?.Form);
        Text(json, "documentId", delivery.Document?.DocumentId);
        json.WriteString("amend", OperatorViews.Name(one.Amend));
        Array(json, "timeline", delivery.Events, (j, e) => Entry(j, new TimelineEntry(e.At, OperatorViews.Name(e.Kind), null, e.Code, e.Detail, e.DurationMs), norwegian));
    }

    private static void Decision(Utf8JsonWriter json, StoredDecision decision)
    {
        json.WriteString("route", decision.Route);
        json.WriteString("partner", decision.Partner);
        json.WriteString("verdict", OperatorViews.Name(decision.Verdict));
    }

    private static void Note(Utf8JsonWriter json, TimelineNote note)
    {
        json.WriteString("kind", note.Kind);
        Text(json, "path", note.Path);
        json.WriteString("text", note.Text);
    }

    private static void Entry(Utf8JsonWriter json, TimelineEntry entry, bool norwegian)
    {
        json.WriteString("at", entry.At);
        json.WriteString("step", entry.Step);
        Text(json, "delivery", entry.Delivery?.ToString());
        Text(json, "code", entry.Code);
        Text(json, "detail", norwegian ? TimelineWords.Norwegian(entry.Detail, entry.Code) : entry.Detail);
        if (entry.DurationMs is { } ms)
            json.WriteNumber("durationMs", ms);
        Text(json, "deadline", entry.Deadline);
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
