using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Hub.Host.Metrics;

/// <summary>Gathers what the hub's meters and some of .NET's own (<see cref="ProcessInstruments"/>) measure, and writes it as Prometheus text (exposition format 0.0.4).</summary>
public sealed class MetricsPage : IDisposable
{
    // More than a country has partners, times results: what is counted together alerts nobody. Labels come from the configuration and from lists of words, so that nobody outside makes any.
    private const int MaxSeries = 20_000;

    private static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
    private static readonly double[] Milliseconds = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 3_600_000];
    private static readonly double[] Counts = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    private readonly ConcurrentDictionary<Instrument, SeriesTable> _tables = new();
    private readonly MeterListener _listener = new();
    private readonly Lock _writing = new();

    private readonly Action<Exception>? _failed;

    /// <summary>Starts gathering.</summary>
    /// <param name="failed">Told why a metric could not be read; the page goes without it. Null for nobody.</param>
    public MetricsPage(Action<Exception>? failed = null)
    {
        _failed = failed;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (IsOurs(instrument.Meter.Name) || ProcessInstruments.Has(instrument))
                listener.EnableMeasurementEvents(instrument, _tables.GetOrAdd(instrument, static i => new SeriesTable(MaxSeries, Bounds(i))));
        };
        _listener.SetMeasurementEventCallback<long>(static (i, value, tags, state) => Take(i, value, tags, state));
        _listener.SetMeasurementEventCallback<int>(static (i, value, tags, state) => Take(i, value, tags, state));
        _listener.SetMeasurementEventCallback<double>(static (i, value, tags, state) => Take(i, value, tags, state));
        _listener.Start();
    }

    /// <summary>Writes the page.</summary>
    /// <returns>The text.</returns>
    public string Write()
    {
        lock (_writing)
            return Gather();
    }

    // What is read when somebody looks may have gone since the last look: a partner that is no longer configured, what another node tells now.
    private string Gather()
    {
        foreach (var (_, table) in _tables.Where(t => t.Key.IsObservable))
            table.Clear();
        Observe();
        var text = new StringBuilder();
        foreach (var group in _tables.GroupBy(t => NameOf(t.Key)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var instrument = group.First().Key;
            text.Append("# HELP ").Append(group.Key).Append(' ').AppendLine(instrument.Description?.ReplaceLineEndings(" "));
            text.Append("# TYPE ").Append(group.Key).Append(' ').AppendLine(TypeOf(instrument));
            foreach (var (key, table) in group)
            {
                foreach (var series in table.All)
                    Write(text, group.Key, key, series);
            }
        }

        return text.Replace("\r\n", "\n").ToString();
    }

    // All are asked before it throws: what one cannot tell is no reason to show nothing.
    private void Observe()
    {
        try
        {
            _listener.RecordObservableInstruments();
        }
        catch (AggregateException failures)
        {
            foreach (var failure in failures.InnerExceptions)
                _failed?.Invoke(failure);
        }
    }

    /// <summary>The instruments that were published so far: name, kind and unit.</summary>
    /// <returns>One line each, sorted.</returns>
    public IReadOnlyList<string> Instruments() =>
        [.. _tables.Keys.Select(i => $"{NameOf(i)} {TypeOf(i)} {i.Unit ?? "-"}").Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The instruments that were published so far, for people: name on the page, name in OTLP, kind, unit and what is measured.</summary>
    /// <returns>One line each, sorted by name.</returns>
    public IReadOnlyList<(string Name, string Otlp, string Kind, string Unit, string Text)> Described() =>
        [.. _tables.Keys.Select(i => (NameOf(i), i.Name, TypeOf(i), i.Unit ?? "-", i.Description ?? "")).Distinct().OrderBy(d => d.Item1, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private static void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var series = ((SeriesTable)state!).Find(tags);
        if (instrument.IsObservable || IsGauge(instrument))
            series.Set(value);
        else
            series.Add(value);
    }

    private static void Write(StringBuilder text, string name, Instrument instrument, Series series)
    {
        var labels = string.Join(',', series.Tags.Select(t => $"{Clean(t.Key)}=\"{Escape(Convert.ToString(t.Value, CultureInfo.InvariantCulture))}\""));
        if (!IsHistogram(instrument))
        {
            Line(text, name, labels, series.Value);
            return;
        }

        var bounds = Bounds(instrument);
        var total = 0L;
        for (var i = 0; i <= bounds.Count; i++)
        {
            total += series.Buckets[i];
            var bound = i == bounds.Count ? "+Inf" : bounds[i].ToString(CultureInfo.InvariantCulture);
            Line(text, name + "_bucket", labels.Length == 0 ? $"le=\"{bound}\"" : $"{labels},le=\"{bound}\"", total);
        }

        Line(text, name + "_sum", labels, series.Value);
        Line(text, name + "_count", labels, total);
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string NameOf(Instrument instrument)
    {
        var name = Clean(instrument.Name);
        if (instrument.Unit == "s" && !name.EndsWith("_seconds", StringComparison.Ordinal))
            name += "_seconds";
        if (instrument.Unit == "ms" && !name.EndsWith("_milliseconds", StringComparison.Ordinal))
            name += "_milliseconds";
        if (instrument.Unit == "d" && !name.EndsWith("_days", StringComparison.Ordinal))
            name += "_days";
        if (instrument.Unit == "By" && !name.EndsWith("_bytes", StringComparison.Ordinal))
            name += "_bytes";
        return TypeOf(instrument) == "counter" ? name + "_total" : name;
    }

    private static string TypeOf(Instrument instrument)
    {
        if (IsHistogram(instrument))
            return "histogram";
        var kind = instrument.GetType().Name;
        return kind.Contains("UpDown", StringComparison.Ordinal) || kind.Contains("Gauge", StringComparison.Ordinal) ? "gauge" : "counter";
    }

    private static bool IsHistogram(Instrument instrument) => instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal);

    private static bool IsGauge(Instrument instrument) => instrument.GetType().Name.StartsWith("Gauge", StringComparison.Ordinal);

    private static IReadOnlyList<double> Bounds(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } own } => own,
        Histogram<long> { Advice.HistogramBucketBoundaries: { } own } => [.. own.Select(b => (double)b)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } own } => [.. own.Select(b => (double)b)],
        _ when !IsHistogram(instrument) => [],
        _ => instrument.Unit switch { "s" => Seconds, "ms" => Milliseconds, _ => Counts },
    };

    private static bool IsOurs(string meter) => meter == "hub" || meter.StartsWith("Hub.", StringComparison.Ordinal);

    private static string Clean(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_'));

    private static string Escape(string? value) =>
        (value ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
