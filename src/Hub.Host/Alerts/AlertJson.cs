using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hub.Host.Alerts;

/// <summary>Alerts in JSON, for the API and for webhooks.</summary>
internal static class AlertJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a webhook is sent.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="norwegian">True for its text in Norwegian, where it has one.</param>
    /// <returns>UTF-8 bytes.</returns>
    public static byte[] Notice(AlertNotice notice, bool norwegian = false)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("event", Word(notice.Event));
            json.WriteString("sentAt", notice.At);
            json.WriteString("node", notice.Node);
            Fields(json, notice.Alert, norwegian);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes an alert into an object that is open.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="stored">The alert.</param>
    /// <param name="norwegian">True for its text in Norwegian, where it has one.</param>
    public static void Fields(Utf8JsonWriter json, StoredAlert stored, bool norwegian = false)
    {
        var alert = stored.Alert;
        json.WriteString("id", alert.Id);
        json.WriteString("group", alert.Group);
        json.WriteString("rule", alert.Rule);
        json.WriteString("severity", alert.Severity == AlertSeverity.Critical ? "critical" : "warning");
        if (alert.Tenant is { } tenant)
            json.WriteString("tenant", tenant);
        if (alert.Partner is { } partner)
            json.WriteString("partner", partner);
        json.WriteString("since", stored.Since);
        if (stored.ClosedAt is { } closed)
            json.WriteString("closedAt", closed);
        json.WriteString("text", norwegian ? alert.Norwegian ?? alert.Text : alert.Text);
        json.WriteString("runbook", AlertRules.Runbook(alert.Rule));
    }

    /// <summary>The word of an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The word.</returns>
    public static string Word(AlertEvent happened) => happened switch
    {
        AlertEvent.Opened => "opened",
        AlertEvent.Repeated => "repeated",
        _ => "closed",
    };
}
