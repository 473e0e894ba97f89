using System.Text.Json;
using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>The body of a measurement.</summary>
internal static class MeasurementWriter
{
    public static void Write(Utf8JsonWriter json, Measurement measurement)
    {
        json.WriteString("kind", measurement.What);
        if (measurement.Value is { } value)
            Value(json, value, measurement.Thresholds);
        json.List("components", measurement.Components, component =>
        {
            json.WriteString("name", component.Name);
            Value(json, component.Value, component.Thresholds);
        });
        if (measurement.Device is { } device)
        {
            json.WriteStartObject("device");
            json.Optional("name", device.Name);
            json.Optional("manufacturer", device.Manufacturer);
            json.Optional("model", device.Model);
            json.WriteEndObject();
        }
        if (measurement.Notes is [var comment, ..])
            json.WriteString("comment", comment);
    }

    private static void Value(Utf8JsonWriter json, Measured value, IReadOnlyList<Threshold> thresholds)
    {
        json.WriteNumber("value", value.Quantity!.Value);
        json.WriteString("unit", value.Quantity.Unit);
        json.List("thresholds", thresholds, threshold =>
        {
            json.WriteString("level", threshold.Level.ToString().ToLowerInvariant());
            if (threshold.Low is { } low)
                json.WriteNumber("low", low.Value);
            if (threshold.High is { } high)
                json.WriteNumber("high", high.Value);
        });
    }
}
