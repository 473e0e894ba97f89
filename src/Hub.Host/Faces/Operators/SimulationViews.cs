using System.Globalization;
using System.Text.Json;
using Hub.Host.Simulation;

namespace Hub.Host.Faces.Operators;

/// <summary>Simulations in JSON: numbers of messages and nothing of what they say.</summary>
internal static class SimulationViews
{
    /// <summary>What would become of the messages.</summary>
    public static void Report(Utf8JsonWriter json, SimulationReport report)
    {
        json.WriteStartObject();
        json.WriteNumber("messages", report.Messages);
        json.WriteNumber("refused", report.Refused);
        json.WriteNumber("skipped", report.Skipped);
        json.WriteBoolean("more", report.More);
        json.WriteStartArray("routes");
        foreach (var route in report.Routes)
        {
            json.WriteStartObject();
            json.WriteString("route", route.Route);
            json.WriteString("partner", route.Partner);
            foreach (var change in Enum.GetValues<RouteChange>())
                json.WriteNumber(OperatorViews.Name(change), route.Counts.GetValueOrDefault(change));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("examples");
        foreach (var example in report.Examples)
            Example(json, example);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Example(Utf8JsonWriter json, SimulationExample example)
    {
        json.WriteStartObject();
        json.WriteString("message", example.Message.ToString(CultureInfo.InvariantCulture));
        json.WriteString("change", example.Change is { } change ? OperatorViews.Name(change) : "refused");
        if (example.Route is not null)
        {
            json.WriteString("route", example.Route);
            json.WriteString("partner", example.Partner);
        }

        if (example.Code is not null)
            json.WriteString("code", example.Code);
        json.WriteEndObject();
    }
}
