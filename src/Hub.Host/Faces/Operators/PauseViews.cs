using System.Text.Json;
using Hub.Delivery.Pauses;

namespace Hub.Host.Faces.Operators;

/// <summary>Pauses in JSON.</summary>
internal static class PauseViews
{
    /// <summary>Writes pauses within an object that is open.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="pauses">The pauses.</param>
    public static void Array(Utf8JsonWriter json, IEnumerable<Pause> pauses)
    {
        json.WriteStartArray("pauses");
        foreach (var pause in pauses)
            One(json, pause);
        json.WriteEndArray();
    }

    /// <summary>Writes a pause.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="pause">The pause.</param>
    public static void One(Utf8JsonWriter json, Pause pause)
    {
        json.WriteStartObject();
        json.WriteString("tenant", pause.Target.Tenant);
        if (pause.Target.Partner is { } partner)
            json.WriteString("partner", partner);
        if (pause.Target.Route is { } route)
            json.WriteString("route", route);
        json.WriteString("since", pause.Since);
        if (pause.Until is { } until)
            json.WriteString("until", until);
        json.WriteString("by", pause.By);
        json.WriteString("reason", pause.Reason);
        json.WriteEndObject();
    }
}
