using System.Text.Json;
using Hub.Adapters.Handovers;

namespace Hub.Host.Faces;

/// <summary>Handovers as JSON: no patient, no clinical text; both are in the messages that the routes carry.</summary>
internal static class HandoverViews
{
    /// <summary>Writes a handover as it stands.</summary>
    public static void One(Utf8JsonWriter json, HandoverState state)
    {
        json.WriteStartObject();
        Fields(json, state);
        json.WriteEndObject();
    }

    /// <summary>Writes a handover with its versions, newest first.</summary>
    public static void History(Utf8JsonWriter json, IReadOnlyList<HandoverVersion> history)
    {
        json.WriteStartObject();
        Fields(json, history[0].State);
        json.WriteStartArray("versions");
        foreach (var version in history)
            Version(json, version);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes handovers as they stand.</summary>
    public static void List(Utf8JsonWriter json, IReadOnlyList<HandoverVersion> found)
    {
        json.WriteStartObject();
        json.WriteStartArray("handovers");
        foreach (var one in found)
            One(json, one.State);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Version(Utf8JsonWriter json, HandoverVersion version)
    {
        json.WriteStartObject();
        json.WriteNumber("version", version.Number);
        json.WriteString("at", version.At);
        json.WriteString("who", version.Who);
        json.WriteString("stage", version.State.Stage.ToString().ToLowerInvariant());
        if (version.State.Reason is { } reason)
            json.WriteString("reason", reason);
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, HandoverState state)
    {
        json.WriteString("handoverId", state.Id);
        json.WriteString("stage", state.Stage.ToString().ToLowerInvariant());
        json.WriteString("from", state.From);
        json.WriteString("to", state.To);
        json.WriteString("effectiveAt", state.Moment);
        json.WriteString("proposedAt", state.ProposedAt);
        if (state.DecidedAt is { } decided)
            json.WriteString("decidedAt", decided);
        if (state.Reason is { } reason)
            json.WriteString("reason", reason);
        if (state.NextDue is { } due)
            json.WriteString("due", due);
    }
}
