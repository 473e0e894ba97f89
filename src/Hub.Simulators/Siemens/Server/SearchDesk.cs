using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Hub.Simulators.Siemens;

/// <summary>Answers searches: by patient, code and date, newest first, page by page. The address of a next page holds a number and nothing of the patient.</summary>
internal sealed class SearchDesk(SiemensServer server, int pageSize)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<Held>> _open = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>The first page of a search; null when it does not say about whom.</summary>
    public byte[]? Search(string type, IReadOnlyList<KeyValuePair<string, string>> form)
    {
        if (form.FirstOrDefault(p => p.Key == "patient.identifier").Value?.Split('|') is not [_, var patient])
            return null;
        var held = type == "CarePlan" ? server.Plans.Current(patient) : server.Archive.Of(patient, type);
        var found = held.Where(h => form.All(p => Matches(h, p))).OrderByDescending(h => h.At).ToList();
        var size = int.TryParse(form.FirstOrDefault(p => p.Key == "_count").Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, pageSize) : pageSize;
        return Page("searchset", found, 0, size);
    }

    /// <summary>Every version of a plan, the newest first; null when there is no such plan.</summary>
    public byte[]? History(string id) => server.Plans.History(id) is { Count: > 0 } versions ? Page("history", versions, 0, pageSize) : null;

    /// <summary>A further page; null when there is none of that number.</summary>
    public byte[]? Next(string page) => page.Split('.') is [var key, var from, var size] && _open.TryGetValue(key, out var found)
        ? Page("searchset", found, int.Parse(from, CultureInfo.InvariantCulture), int.Parse(size, CultureInfo.InvariantCulture), key)
        : null;

    private byte[] Page(string type, IReadOnlyList<Held> found, int from, int size, string? key = null)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", type);
            json.WriteNumber("total", found.Count);
            if (from + size < found.Count)
            {
                key ??= Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture);
                _open[key] = found;
                json.WriteStartArray("link");
                json.WriteStartObject();
                json.WriteString("relation", "next");
                json.WriteString("url", string.Create(CultureInfo.InvariantCulture, $"{server.Url}/_page/{key}.{from + size}.{size}"));
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteStartArray("entry");
            foreach (var held in found.Skip(from).Take(size))
            {
                json.WriteStartObject();
                json.WriteString("fullUrl", $"{server.Url}/{held.Type}/{held.Id}");
                json.WritePropertyName("resource");
                held.Json.WriteTo(json);
                if (type == "searchset")
                {
                    json.WriteStartObject("search");
                    json.WriteString("mode", "match");
                    json.WriteEndObject();
                }
                else
                {
                    json.WriteStartObject("request");
                    json.WriteString("method", "PUT");
                    json.WriteString("url", $"{held.Type}/{held.Id}");
                    json.WriteEndObject();
                    json.WriteStartObject("response");
                    json.WriteString("status", "200");
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static bool Matches(Held held, KeyValuePair<string, string> parameter) => parameter.Key switch
    {
        "code" => parameter.Value.Split(',').Any(c => c.Split('|') is [var system, var code] && HasCode(held.Json, system, code)),
        "questionnaire" => held.Json.TryGetProperty("questionnaire", out var form) && form.GetString()!.Split('|')[0] == parameter.Value,
        "date" or "authored" => parameter.Value.Length > 2 && DateTimeOffset.TryParse(parameter.Value[2..], CultureInfo.InvariantCulture, out var bound)
            && parameter.Value[..2] switch { "ge" => held.At >= bound, "gt" => held.At > bound, "lt" => held.At < bound, "le" => held.At <= bound, _ => false },
        _ => true,
    };

    private static bool HasCode(JsonElement json, string system, string code) =>
        json.TryGetProperty("code", out var concept) && concept.TryGetProperty("coding", out var codings)
        && codings.EnumerateArray().Any(c => c.GetProperty("system").GetString() == system && c.GetProperty("code").GetString() == code);
}
