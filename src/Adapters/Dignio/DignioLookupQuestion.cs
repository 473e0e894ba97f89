using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Core.Lookups;

namespace Hub.Adapters.Dignio;

/// <summary>A question as a Dignio-like system takes it.</summary>
/// <param name="Path">Where it goes.</param>
/// <param name="Patient">Whom it is about.</param>
/// <param name="Kind">Kind of content that answers it.</param>
/// <param name="Body">The bytes.</param>
internal sealed record DignioLookupQuestion(string Path, Identifier Patient, ContentKind Kind, ReadOnlyMemory<byte> Body)
{
    /// <summary>Writes a question.</summary>
    /// <param name="query">The question.</param>
    /// <returns>Null for a question that these systems do not answer.</returns>
    public static DignioLookupQuestion? Write(LookupQuery query) => query switch
    {
        LookupQuery.MeasurementsOf q => Of("lookup/measurements", q.Patient, ContentKind.Measurement, json =>
        {
            Texts(json, "kinds", q.What);
            Period(json, q.From, q.To);
            if (q.Last is { } last)
                json.WriteNumber("last", last);
            json.WriteNumber("limit", q.Limit);
        }),
        LookupQuery.AnswersOf q => Of("lookup/questionnaires", q.Patient, ContentKind.Questionnaire, json =>
        {
            if (q.FormId is { } form)
                json.WriteString("formId", form);
            Period(json, q.From, q.To);
            json.WriteNumber("limit", q.Limit);
        }),
        LookupQuery.PlansOf q => Of("lookup/plans", q.Patient, ContentKind.Plan, json => json.WriteBoolean("history", q.History)),
        _ => null,
    };

    private static DignioLookupQuestion Of(string path, Identifier patient, ContentKind kind, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("patient", patient.Value);
            write(json);
            json.WriteEndObject();
        }

        return new DignioLookupQuestion(path, patient, kind, body.WrittenMemory);
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Period(Utf8JsonWriter json, DateTimeOffset? from, DateTimeOffset? to)
    {
        Time(json, "from", from);
        Time(json, "to", to);
    }

    private static void Time(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } at)
            json.WriteString(name, at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
    }
}
