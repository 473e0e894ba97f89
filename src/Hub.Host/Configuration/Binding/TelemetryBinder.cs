using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Binding;

/// <summary>Reads where metrics and traces are sent.</summary>
internal static class TelemetryBinder
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The settings.</param>
    /// <param name="standard">What holds where it says nothing.</param>
    /// <returns>The settings.</returns>
    public static TelemetrySettings Bind(YamlSection section, TelemetrySettings standard) => new()
    {
        Otlp = section.Address("otlp") ?? standard.Otlp,
        Every = section.Duration("every", standard.Every, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
        Traces = section.Share("traces", standard.Traces),
    };
}
