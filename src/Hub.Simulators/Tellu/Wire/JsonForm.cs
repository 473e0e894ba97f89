using System.Text.Json;

namespace Hub.Simulators.Tellu;

/// <summary>JSON: times are milliseconds since 1970.</summary>
internal sealed class JsonForm(Utf8JsonWriter json) : IEntryForm
{
    public void Text(string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    public void Number(string name, decimal? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
    }

    public void Time(string name, DateTimeOffset? time)
    {
        if (time is { } at)
            json.WriteNumber(name, at.ToUnixTimeMilliseconds());
    }

    public void Yes(string name, bool value) => json.WriteBoolean(name, value);

    public void Object(string name, Action write)
    {
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }

    public void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        var any = false;
        foreach (var item in items)
        {
            if (!any)
                json.WriteStartArray(name);
            any = true;
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        if (any)
            json.WriteEndArray();
    }
}
