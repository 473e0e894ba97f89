using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Simulators.Dips;

/// <summary>Looks into FHIR JSON.</summary>
internal static class Nodes
{
    public static string? Text(JsonNode? node, string name) => (node as JsonObject)?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static IEnumerable<JsonObject> Items(JsonNode? node, string name) => ((node as JsonObject)?[name] as JsonArray)?.OfType<JsonObject>() ?? [];

    public static string? Identifier(JsonNode? resource, string system) => Items(resource, "identifier").Where(i => Text(i, "system") == system).Select(i => Text(i, "value")).FirstOrDefault();

    public static JsonObject? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 64 }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
