using System.Text.Json;
using Hub.Adapters.Json;

namespace Hub.Adapters.Dips;

/// <summary>Looks into answers without trusting their shape.</summary>
internal static class DipsJson
{
    /// <summary>A member; undefined where there is none.</summary>
    public static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A member that is a text; null where it is missing or something else.</summary>
    public static string? Text(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } value ? JsonText.Read(value) : null;

    /// <summary>The items of a member that is a list; none where it is something else.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The identifier of a system in a resource's list of identifiers.</summary>
    public static string? Identifier(JsonElement resource, string system) =>
        Items(resource, "identifier").Where(i => Text(i, "system") == system).Select(i => Text(i, "value")).FirstOrDefault();

    /// <summary>The document; null when the bytes are no JSON object.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 64 });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
