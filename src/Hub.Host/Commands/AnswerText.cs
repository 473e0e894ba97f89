using System.Globalization;
using System.Text.Json;

namespace Hub.Host.Commands;

/// <summary>Fields of an answer as a terminal may show them.</summary>
internal static class AnswerText
{
    /// <summary>The items of a list; none where there is no list.</summary>
    public static JsonElement.ArrayEnumerator Items(JsonElement of, string name) => of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    /// <summary>A time, to the second.</summary>
    public static string? Time(JsonElement of, string name) =>
        DateTimeOffset.TryParse(Text(of, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) : Text(of, name);

    /// <summary>A field as text; null where there is none. What was sent in by others must not steer the terminal.</summary>
    public static string? Text(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => new string([.. value.GetString()!.Select(c => char.IsControl(c) ? '?' : c)]),
            JsonValueKind.Null => null,
            _ => value.GetRawText(),
        }
        : null;
}
