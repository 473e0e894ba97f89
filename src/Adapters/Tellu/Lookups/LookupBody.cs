using System.Text.Json;
using Hub.Adapters.Tellu.Codes;
using Hub.Core.Lookups;

namespace Hub.Adapters.Tellu.Lookups;

/// <summary>A question in the system's words: the body of <c>POST {url}/query</c>.</summary>
internal static class LookupBody
{
    /// <summary>Writes it.</summary>
    /// <param name="query">The question.</param>
    /// <param name="page">Most entries of a page.</param>
    /// <param name="cursor">Where to go on, null for the first page.</param>
    /// <returns>The body; null when the system has nothing that it could be asked about (kinds of measurement that it does not know).</returns>
    public static byte[]? Write(LookupQuery query, int page, string? cursor)
    {
        int[] types = query is LookupQuery.MeasurementsOf { What.Count: > 0 } of ? [.. of.What.Select(w => ReadingCodes.Types.CodeOf(w)).OfType<int>()] : [];
        if (query is LookupQuery.MeasurementsOf { What.Count: > 0 } && types.Length == 0)
            return null;
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            Question(json, query, types);
            json.WriteNumber("limit", page);
            if (cursor is not null)
                json.WriteString("cursor", cursor);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Question(Utf8JsonWriter json, LookupQuery query, int[] types)
    {
        switch (query)
        {
            case LookupQuery.MeasurementsOf of:
                Start(json, "readings", of.Patient.Value, of.From, of.To);
                if (types.Length > 0)
                {
                    json.WriteStartArray("types");
                    foreach (var type in types)
                        json.WriteNumberValue(type);
                    json.WriteEndArray();
                }

                if (of.Last is { } last)
                    json.WriteNumber("last", last);
                break;
            case LookupQuery.AnswersOf of:
                Start(json, "forms", of.Patient.Value, of.From, of.To);
                if (of.FormId is { } form)
                    json.WriteString("formId", form);
                break;
            case LookupQuery.PlansOf of:
                Start(json, "plans", of.Patient.Value, null, null);
                json.WriteBoolean("history", of.History);
                break;
        }
    }

    private static void Start(Utf8JsonWriter json, string what, string pid, DateTimeOffset? from, DateTimeOffset? to)
    {
        json.WriteString("what", what);
        json.WriteString("pid", pid);
        if (from is { } begin)
            json.WriteNumber("from", begin.ToUnixTimeMilliseconds());
        if (to is { } end)
            json.WriteNumber("to", end.ToUnixTimeMilliseconds());
    }
}
