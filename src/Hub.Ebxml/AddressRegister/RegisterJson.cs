using System.Globalization;
using System.Text.Json;
using Hub.Ebxml.Agreements;

namespace Hub.Ebxml.AddressRegister;

/// <summary>Tolerant access to the register's JSON: any case of names, numbers as text, missing as null.</summary>
internal static class RegisterJson
{
    internal static JsonElement? Member(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var property in element.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind != JsonValueKind.Null)
                return property.Value;
        }
        return null;
    }

    internal static string? Text(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } value when value.GetString()!.Trim() is { Length: > 0 } text => text,
        { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
        _ => null,
    };

    internal static int? Her(this JsonElement element, string name) => HerId.Parse(element.Text(name));

    internal static IReadOnlyList<int> Hers(this JsonElement element, string name) =>
        [.. element.Items(name).Select(i => i.ValueKind switch
        {
            JsonValueKind.Number => HerId.Parse(i.GetRawText()),
            JsonValueKind.String => HerId.Parse(i.GetString()),
            _ => i.Her("herId"),
        }).OfType<int>()];

    internal static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    internal static DateTimeOffset? Instant(this JsonElement element, string name) =>
        DateTimeOffset.TryParse(element.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
