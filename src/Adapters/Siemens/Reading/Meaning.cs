using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Hub.Adapters.FhirReading;
using Hub.Adapters.Json;

namespace Hub.Adapters.Siemens.Reading;

/// <summary>What an entry says, as a fingerprint. A gateway that sends a value again makes a new Bundle with new urn:uuids for the same patient and device: references inside the Bundle count as what they point to, and the server's own facts (id, meta, text) do not count.</summary>
internal static class Meaning
{
    private static readonly string[] NotMeant = ["id", "meta", "text"];

    /// <summary>The fingerprint of an entry.</summary>
    public static byte[] Of(FhirEntry entry, FhirSource source)
    {
        var written = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(written, new JsonWriterOptions { SkipValidation = true }))
            Write(entry.Json, json, source, top: true);
        using var document = JsonDocument.Parse(written.WrittenMemory, new JsonDocumentOptions { MaxDepth = JsonInput.MaxDepth });
        return Fingerprint.Of(document.RootElement);
    }

    private static void Write(JsonElement value, Utf8JsonWriter json, FhirSource source, bool top = false)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    var name = property.Name;
                    if (top && NotMeant.Contains(name))
                        continue;
                    json.WritePropertyName(name);
                    if (name == "reference" && property.Value.ValueKind == JsonValueKind.String && Named(JsonText.Read(property.Value), source) is { } named)
                        json.WriteStringValue(named);
                    else
                        Write(property.Value, json, source);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(item, json, source);
                json.WriteEndArray();
                break;
            default:
                json.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
                break;
        }
    }

    // By the identifiers of the target; one that has none counts as its type only.
    private static string? Named(string? target, FhirSource source)
    {
        if (target is null || source.Resolve(target) is not { } entry)
            return null;
        var ids = entry.Json.TryGetProperty("identifier", out var own) ? Convert.ToHexString(Fingerprint.Of(own)) : "";
        return $"{entry.Resource.GetType().Name}:{ids}";
    }
}
