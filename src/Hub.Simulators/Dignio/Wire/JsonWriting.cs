using System.Globalization;
using System.Text.Json;
using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>Fields that several bodies share.</summary>
internal static class JsonWriting
{
    public static void Time(this Utf8JsonWriter json, string name, DateTimeOffset at) =>
        json.WriteString(name, at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    public static void Optional(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    public static void Party(this Utf8JsonWriter json, string name, Party? party)
    {
        if (party is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("role", party.Role switch
        {
            PartyRole.Practitioner => "practitioner",
            PartyRole.Patient => "patient",
            PartyRole.RelatedPerson => "relative",
            PartyRole.Organization => "organization",
            _ => "system",
        });
        json.Optional("name", party.Name);
        json.Optional("hpr", party.Id?.Value);
        json.WriteEndObject();
    }

    public static void List<T>(this Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
