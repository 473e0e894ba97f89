using System.Text.Encodings.Web;
using System.Text.Json;
using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>Writes events as the vendor's webhook sends them. The same event gives the same bytes.</summary>
public static class DignioJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one event.</summary>
    /// <param name="e">The event.</param>
    /// <returns>UTF-8 JSON.</returns>
    public static ReadOnlyMemory<byte> Write(FeedEvent e) => Written(json => Event(json, e));

    /// <summary>Writes several events as one batch.</summary>
    /// <param name="events">The events.</param>
    /// <returns>UTF-8 JSON.</returns>
    public static ReadOnlyMemory<byte> WriteBatch(IEnumerable<FeedEvent> events) => Written(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("events");
        foreach (var e in events)
            Event(json, e);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Written(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        return buffer.ToArray();
    }

    private static void Event(Utf8JsonWriter json, FeedEvent e)
    {
        json.WriteStartObject();
        json.WriteString("eventId", e.EventId);
        json.WriteString("type", e.Content.Kind.Name());
        json.WriteStartObject("patient");
        json.WriteString("nationalId", e.Person.NationalId);
        json.WriteString("name", e.Person.Name);
        json.WriteEndObject();
        json.Time("occurredAt", e.OccurredAt);
        if (e.Content.Triage != Triage.None)
            json.WriteString("triage", e.Content.Triage.ToString().ToLowerInvariant());
        json.Optional("correlation", e.Correlation);
        Body(json, e.Content);
        json.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter json, HomeContent content)
    {
        if (content is Measurement { Corrects: { } corrects })
            json.WriteString("corrects", corrects);
        json.WriteStartObject(content.Kind.Name());
        switch (content)
        {
            case Measurement measurement: MeasurementWriter.Write(json, measurement); break;
            case Alert alert: FollowUpWriter.Alert(json, alert); break;
            case JournalNote note: FollowUpWriter.Note(json, note); break;
            case ChatExcerpt chat: FollowUpWriter.Chat(json, chat); break;
            case QuestionnaireAnswers answers: QuestionnaireWriter.Write(json, answers); break;
            case SelfTreatmentPlan plan: PlanWriter.Write(json, plan); break;
            case PatientStatus status: FollowUpWriter.Status(json, status); break;
        }
        json.WriteEndObject();
    }
}
