using Hub.Core.Content;

namespace Hub.Simulators.Tellu;

/// <summary>The body of a reading.</summary>
internal static class ReadingWriter
{
    public static void Write(IEntryForm to, Measurement measurement)
    {
        to.Number("type", TelluWords.Type(measurement.What));
        if (measurement.Value?.Quantity is { } value)
            Value(to, value, measurement.Thresholds);
        to.List("comp", measurement.Components, component =>
        {
            to.Number("part", TelluWords.Part(component.Name!));
            Value(to, component.Value.Quantity!, component.Thresholds);
        });
        if (measurement.Device is { } device)
        {
            to.Object("device", () =>
            {
                to.Text("name", device.Name);
                to.Text("maker", device.Manufacturer);
                to.Text("model", device.Model);
            });
        }

        if (measurement.Status == "corrected")
            to.Number("state", 2);
        if (measurement.Notes is [var comment, ..])
            to.Text("comment", comment);
    }

    private static void Value(IEntryForm to, Quantity value, IReadOnlyList<Threshold> limits)
    {
        to.Number("num", value.Value);
        to.Number("unit", TelluWords.Unit(value.Unit));
        to.List("limit", limits, limit =>
        {
            to.Number("prio", TelluWords.Prio(limit.Level));
            to.Number("low", limit.Low?.Value);
            to.Number("high", limit.High?.Value);
        });
    }
}
