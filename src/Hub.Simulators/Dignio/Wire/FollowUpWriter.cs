using System.Text.Json;
using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>The bodies of what staff do: alerts, notes, chosen chat, changes of status.</summary>
internal static class FollowUpWriter
{
    public static void Alert(Utf8JsonWriter json, Alert alert)
    {
        json.WriteString("alertId", alert.AlertId);
        json.WriteString("state", alert.State.ToString().ToLowerInvariant());
        json.Optional("cause", alert.Cause);
        json.WriteStartArray("causedBy");
        foreach (var id in alert.CausedBy)
            json.WriteStringValue(id);
        json.WriteEndArray();
        json.Party("closedBy", alert.ClosedBy);
        json.Optional("action", alert.Action);
    }

    public static void Note(Utf8JsonWriter json, JournalNote note)
    {
        json.Optional("category", note.NoteCategory);
        json.Optional("title", note.Title);
        var sections = note.Sections;
        if (note.NoteCategory == "task-not-done")
        {
            json.WriteStartObject("task");
            json.Optional("name", TextUnder(note, "Oppgave"));
            json.Optional("reason", TextUnder(note, "Årsak"));
            json.WriteEndObject();
            sections = [.. sections.Where(s => s.Heading is not ("Oppgave" or "Årsak"))];
        }

        json.List("sections", sections, section =>
        {
            json.Optional("heading", section.Heading);
            json.WriteString("text", section.Text);
        });
        json.Party("author", note.Authors[0]);
        json.Optional("alertId", note.FollowsAlert);
    }

    private static string? TextUnder(JournalNote note, string heading) => note.Sections.FirstOrDefault(s => s.Heading == heading)?.Text;

    public static void Chat(Utf8JsonWriter json, ChatExcerpt chat)
    {
        json.WriteBoolean("excerpt", true);
        json.List("lines", chat.Lines, line =>
        {
            json.Time("at", line.At);
            json.Party("from", line.From);
            json.WriteString("text", line.Text);
        });
        json.Party("chosenBy", chat.ChosenBy);
        json.Optional("reason", chat.Reason);
    }

    public static void Status(Utf8JsonWriter json, PatientStatus status)
    {
        json.WriteString("state", status.State.ToString().ToLowerInvariant());
        json.Optional("reason", status.Reason);
        json.Party("decidedBy", status.DecidedBy);
    }
}
