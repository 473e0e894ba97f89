using System.Text.Json;

namespace Hub.AcceptanceTests.Staging;

/// <summary>What an operator reads of a delivery.</summary>
internal static class Timelines
{
    /// <summary>A text of the delivery; null when it has none of that name.</summary>
    public static string? Of(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static bool Is(this JsonElement delivery, string state) => Of(delivery, "state") == state;

    /// <summary>Each step as "step code detail".</summary>
    public static IReadOnlyList<string> Steps(this JsonElement delivery) =>
        [.. delivery.GetProperty("timeline").EnumerateArray().Select(s => string.Join(' ', new[] { Of(s, "step"), Of(s, "code"), Of(s, "detail") }.OfType<string>()))];

    /// <summary>Whether some step holds all of these words.</summary>
    public static bool Tells(this JsonElement delivery, params string[] words) =>
        delivery.Steps().Any(s => words.All(w => s.Contains(w, StringComparison.Ordinal)));
}
