using System.Text.Json;

namespace Hub.Simulators.Gerica;

/// <summary>Reads JSON that may be of any shape without throwing.</summary>
internal static class JsonReading
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    public static bool Is(this JsonElement element, string name, string expected) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value && value.ValueEquals(expected);
}
