using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hub.Core.Storage;

namespace Hub.Store.Text;

/// <summary>Timeline entries of one step as stored: a JSON array of [microseconds, kind, code, detail, milliseconds], with trailing nulls left out.</summary>
internal static class EventText
{
    private const int MaxDetail = 2000;

    public static string Write(IReadOnlyList<DeliveryEvent> events)
    {
        var text = new StringBuilder(48 * events.Count + 2).Append('[');
        for (var i = 0; i < events.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            Write(text, events[i]);
        }

        return text.Append(']').ToString();
    }

    public static IReadOnlyList<DeliveryEvent> Read(string text)
    {
        if (text.Length <= 2)
            return [];
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateArray().Select(Read)];
    }

    private static void Write(StringBuilder text, DeliveryEvent entry)
    {
        text.Append('[').Append(Micros.Of(entry.At).ToString(CultureInfo.InvariantCulture))
            .Append(',').Append(((int)entry.Kind).ToString(CultureInfo.InvariantCulture));
        if (entry.Code is not null || entry.Detail is not null || entry.DurationMs is not null)
            Quote(text.Append(','), entry.Code);
        if (entry.Detail is not null || entry.DurationMs is not null)
            Quote(text.Append(','), CleanText.AtMost(entry.Detail, MaxDetail));
        if (entry.DurationMs is { } duration)
            text.Append(',').Append(duration.ToString(CultureInfo.InvariantCulture));
        text.Append(']');
    }

    private static void Quote(StringBuilder text, string? value)
    {
        if (value is null)
            text.Append("null");
        else
            text.Append('"').Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)).Append('"');
    }

    private static DeliveryEvent Read(JsonElement entry)
    {
        var length = entry.GetArrayLength();
        return new DeliveryEvent(
            Micros.Time(entry[0].GetInt64()),
            (DeliveryEventKind)entry[1].GetInt32(),
            length > 2 ? entry[2].GetString() : null,
            length > 3 ? entry[3].GetString() : null,
            length > 4 ? entry[4].GetInt32() : null);
    }
}
