using System.Text.Json;
using static Hub.Host.Commands.AnswerText;

namespace Hub.Host.Commands;

/// <summary>Messages of the operators' API for people.</summary>
internal static class MessageTables
{
    /// <summary>A page of messages.</summary>
    public static void Page(TextWriter output, JsonElement page)
    {
        var messages = Items(page, "messages").ToList();
        var table = Terminal.Table("MESSAGE", "ACCEPTED", "TENANT", "SOURCE", "CONTENT", "TRIAGE", "DELIVERIES");
        foreach (var message in messages)
        {
            var deliveries = Items(message, "deliveries").Select(d => $"{Text(d, "partner")} {Text(d, "state")}{(Text(d, "error") is { } error ? $" {error}" : "")}");
            table.Row(Text(message, "id"), Time(message, "acceptedAt"), Text(message, "tenant"), Text(message, "source"), Content(message), Text(message, "triage"), string.Join(", ", deliveries));
        }

        Terminal.Print(output, table);
        output.WriteLine(messages.Count switch { 0 => "No messages", 1 => "1 message", var count => $"{count} messages" });
        if (Text(page, "next") is { } next)
            output.WriteLine($"There are more: --before {next}");
    }

    /// <summary>A message with its timeline.</summary>
    public static void Message(TextWriter output, JsonElement message)
    {
        output.WriteLine($"message   {Text(message, "id")} of {Text(message, "tenant")}, from {Text(message, "source")} as {Text(message, "sourceId")}");
        output.WriteLine($"content   {Content(message)}, {Text(message, "triage")}{(Text(message, "correlation") is { } tie ? $", {tie}" : "")}");
        output.WriteLine($"accepted  {Time(message, "acceptedAt")}, occurred {Time(message, "occurredAt")}");
        foreach (var route in Items(message, "routes"))
            output.WriteLine($"route     {Text(route, "route")} to {Text(route, "partner")}: {Text(route, "verdict")}");
        foreach (var note in Items(message, "notes"))
            output.WriteLine($"note      {Text(note, "kind")}{(Text(note, "path") is { } path ? $" {path}" : "")}: {Text(note, "text")}");
        Deliveries(output, message);
        var table = Terminal.Table("AT", "STEP", "DELIVERY", "CODE", "MS", "DETAIL");
        foreach (var (entry, delivery) in Timeline(message))
            table.Row(Time(entry, "at"), Text(entry, "step"), delivery, Text(entry, "code"), Text(entry, "durationMs"), Text(entry, "deadline") ?? Text(entry, "detail"));
        Terminal.Print(output, table);
    }

    /// <summary>Deliveries, of a message or after an act.</summary>
    public static void Deliveries(TextWriter output, JsonElement of)
    {
        var table = Terminal.Table("DELIVERY", "ROUTE", "PARTNER", "MAPPING", "STATE", "ATTEMPTS", "DUE", "ERROR", "RECEIPT");
        foreach (var delivery in Items(of, "deliveries"))
        {
            table.Row(
                Text(delivery, "id"), Text(delivery, "route"), Text(delivery, "partner"), Text(delivery, "mapping"), Text(delivery, "state"), Text(delivery, "attempts"), Time(delivery, "due"),
                Text(delivery, "error"), Text(delivery, "receipt"));
        }

        Terminal.Print(output, table);
    }

    // One list where the hub gives one, else those of the deliveries together.
    private static IEnumerable<(JsonElement Entry, string? Delivery)> Timeline(JsonElement message) => message.TryGetProperty("timeline", out _)
        ? Items(message, "timeline").Select(e => (e, Text(e, "delivery")))
        : Items(message, "deliveries").SelectMany(d => Items(d, "timeline").Select(e => (Entry: e, Delivery: Text(d, "id")))).OrderBy(e => Text(e.Entry, "at"), StringComparer.Ordinal);

    private static string Content(JsonElement message) => Text(message, "category") is { } category ? $"{Text(message, "content")} {category}" : $"{Text(message, "content")}";
}
