namespace Hub.Host.Configuration;

/// <summary>Where metrics and traces are sent, beside the page that collectors fetch.</summary>
public sealed record TelemetrySettings
{
    /// <summary>Base address of an OTLP receiver (HTTP, protobuf); null = nothing is sent. OTEL_EXPORTER_OTLP_ENDPOINT overrides.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>How often metrics are sent; default 60 s.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Share of messages that are traced, 0 to 1; default 1.</summary>
    public decimal Traces { get; init; } = 1;
}
