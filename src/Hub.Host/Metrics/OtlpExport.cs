using Hub.Delivery;
using Hub.Delivery.Observability;
using Hub.Host.Configuration;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hub.Host.Metrics;

/// <summary>Sends metrics and traces to an OTLP receiver (HTTP, protobuf). A receiver that is away costs what was to be sent meanwhile, and nothing else.</summary>
public sealed class OtlpExport : IDisposable
{
    private readonly MeterProvider _metrics;
    private readonly TracerProvider _traces;

    private OtlpExport(TelemetrySettings settings, Uri otlp, string node)
    {
        var resource = ResourceBuilder.CreateEmpty().AddService("hub", serviceInstanceId: node);
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(HubMetrics.MeterName, "Hub.*", ProcessInstruments.Meter)
            .AddView(instrument => instrument.Meter.Name == ProcessInstruments.Meter && !ProcessInstruments.Has(instrument) ? MetricStreamConfiguration.Drop : null)
            .AddOtlpExporter((exporter, reader) =>
            {
                To(exporter, otlp, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.Every.TotalMilliseconds;
            })
            .Build();

        // Trace ids follow from the message's number: every node and every later step decides alike.
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(HubTraces.SourceName)
            .SetSampler(new TraceIdRatioBasedSampler((double)settings.Traces))
            .AddOtlpExporter(exporter => To(exporter, otlp, "v1/traces"))
            .Build();
    }

    /// <summary>Starts to send.</summary>
    /// <param name="settings">Where to.</param>
    /// <param name="node">Name of the node.</param>
    /// <returns>What sends; null when nothing is to be sent.</returns>
    public static OtlpExport? Start(TelemetrySettings settings, string node) => settings.Otlp is { } otlp ? new OtlpExport(settings, otlp, node) : null;

    /// <summary>Sends what is waiting, and ends.</summary>
    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    private static void To(OtlpExporterOptions exporter, Uri otlp, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{otlp.AbsoluteUri.TrimEnd('/')}/{path}");
        exporter.TimeoutMilliseconds = 5000;
    }
}
