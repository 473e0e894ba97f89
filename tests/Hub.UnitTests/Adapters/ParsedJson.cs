using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hub.Core.Adapters;
using Hub.Core.Content;

namespace Hub.UnitTests.Adapters;

/// <summary>What an adapter read, as JSON for golden files: empty lists and defaults are left out, so that a file shows what is there.</summary>
public static class ParsedJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new ContentConverter() },
        NewLine = "\n",
    };

    public static string Of(ParsedMessage message)
    {
        var node = JsonSerializer.SerializeToNode(
            new
            {
                message.IsBatch,
                message.Errors,
                Entries = message.Entries.Select(e => new { e.Label, Events = e.Events.Select(Event), e.Errors, e.Repairs }),
            },
            Options)!;
        Trim(node);
        return node.ToJsonString(Options) + "\n";
    }

    private static object Event(ParsedEvent e) => new
    {
        e.SourceId,
        e.Correlation,
        e.Patient,
        Kind = e.Content.Kind.Name(),
        e.Content,
        e.LeftOut,
        Fingerprint = Convert.ToHexStringLower(e.Fingerprint.Span[..8]),
    };

    private static void Trim(JsonNode node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list.OfType<JsonNode>())
                Trim(item);
        }
        else if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToList())
            {
                if (value is not null)
                    Trim(value);
                if (value is JsonArray { Count: 0 } or JsonObject { Count: 0 } || (name == "retryable" && value!.ToString() == "false") || (name == "precision" && value!.ToString() == "Instant")
                    || (name is "triage" or "level" or "zone" && value!.ToString() == "None"))
                    fields.Remove(name);
            }
        }
    }

    private sealed class ContentConverter : JsonConverter<HomeContent>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(HomeContent);

        public override HomeContent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, HomeContent value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }
}
