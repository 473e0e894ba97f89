using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Operating.Monitoring;

/// <summary>A real Prometheus on loopback that fetches as <c>ops/prometheus/prometheus.yml</c> says, from other addresses and more often.</summary>
internal sealed partial class PrometheusServer : IAsyncDisposable
{
    private const string Program = "/usr/bin/prometheus";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-prometheus-").FullName;
    private readonly StringBuilder _output = new();
    private Process? _process;

    private PrometheusServer()
    {
    }

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(15) };

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Skips the test where there is no Prometheus, or fails it where there must be one.</summary>
    public static void Require()
    {
        var (there, otherwise) = (File.Exists(Program), $"There is no Prometheus at {Program} (Debian: prometheus)");
        Assert.False(!there && Environment.GetEnvironmentVariable("HUB_REQUIRE_SERVERS") == "1", otherwise);
        Assert.SkipUnless(there, otherwise);
    }

    /// <summary>Starts it on the configuration of <c>ops/prometheus</c>.</summary>
    /// <param name="hub">The node to fetch from, in place of those that are named there.</param>
    /// <param name="further">Text of a second file of rules.</param>
    public static async Task<PrometheusServer> StartAsync(Uri hub, string further)
    {
        var server = new PrometheusServer();
        try
        {
            await server.OpenAsync(hub, further);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>What an address of its API answers; fails on anything but success, and on success with warnings.</summary>
    public async Task<JsonElement> GetAsync(string address)
    {
        using var answer = await Http.GetAsync(new Uri(address, UriKind.Relative));
        var body = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        Assert.True(answer.IsSuccessStatusCode && body.GetProperty("status").GetString() == "success" && !body.TryGetProperty("warnings", out _), $"{address}: {body}");
        return body.GetProperty("data");
    }

    /// <summary>The series of an expression over the last minute, as a chart asks for them.</summary>
    /// <returns>Labels and values, oldest first; without what is no number.</returns>
    public async Task<IReadOnlyList<(JsonElement Labels, IReadOnlyList<double> Values)>> RangeAsync(string expression)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0;
        var data = await GetAsync(FormattableString.Invariant($"api/v1/query_range?query={Uri.EscapeDataString(expression)}&start={now - 60:0.000}&end={now:0.000}&step=1"));
        return [.. data.GetProperty("result").EnumerateArray().Select(s => (s.GetProperty("metric"), Numbers(s.GetProperty("values").EnumerateArray())))];
    }

    /// <summary>The series of an expression right now, as a table asks for them.</summary>
    public async Task<IReadOnlyList<(JsonElement Labels, IReadOnlyList<double> Values)>> NowAsync(string expression)
    {
        var data = await GetAsync($"api/v1/query?query={Uri.EscapeDataString(expression)}");
        return [.. data.GetProperty("result").EnumerateArray().Select(s => (s.GetProperty("metric"), Numbers([s.GetProperty("value")])))];
    }

    /// <summary>Its rules, of all files.</summary>
    public async Task<IReadOnlyList<JsonElement>> RulesAsync() =>
        [.. (await GetAsync("api/v1/rules")).GetProperty("groups").EnumerateArray().SelectMany(g => g.GetProperty("rules").EnumerateArray())];

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process?.Dispose();
        Http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static IReadOnlyList<double> Numbers(IEnumerable<JsonElement> points) =>
        [.. points.Select(p => p[1].GetString()!).Where(v => v is not ("NaN" or "+Inf" or "-Inf")).Select(v => double.Parse(v, System.Globalization.CultureInfo.InvariantCulture))];

    // Nothing but addresses and times is other than what is shipped.
    private async Task OpenAsync(Uri hub, string further)
    {
        var shipped = Path.Combine(Checkout.Root, "ops", "prometheus");
        var settings = await File.ReadAllTextAsync(Path.Combine(shipped, "prometheus.yml"));
        settings = Intervals().Replace(settings, "$1: 250ms");
        settings = Targets().Replace(settings, $"targets: [\"{hub.Authority}\"]");
        settings = settings.Replace("  - hub.rules.yml\n", "  - hub.rules.yml\n  - further.rules.yml\n", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(_folder, "prometheus.yml"), settings);
        await File.WriteAllTextAsync(Path.Combine(_folder, "hub.rules.yml"), Lasts().Replace(await File.ReadAllTextAsync(Path.Combine(shipped, "hub.rules.yml")), "for: 500ms"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "further.rules.yml"), Lasts().Replace(further, "for: 500ms"));
        _process = Process.Start(new ProcessStartInfo(
            Program,
            [$"--config.file={Path.Combine(_folder, "prometheus.yml")}", $"--storage.tsdb.path={Path.Combine(_folder, "data")}", "--web.listen-address=127.0.0.1:0"])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.ErrorDataReceived += (_, line) => Add(line.Data);
        _process.OutputDataReceived += (_, line) => Add(line.Data);
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        await Wait.UntilAsync("Prometheus listens", Patience, () => Listening().IsMatch(Output) || _process.HasExited, () => Output);
        Http.BaseAddress = new Uri($"http://{Listening().Match(Output).Groups[1].Value}/");
        await Wait.UntilAsync("Prometheus is ready", Patience, async () => (await Http.GetAsync(new Uri("-/ready", UriKind.Relative))).IsSuccessStatusCode, () => Output);
    }

    private void Add(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }

    [GeneratedRegex("(scrape_interval|evaluation_interval): 15s")]
    private static partial Regex Intervals();

    [GeneratedRegex(@"targets: \[[^]]*\]")]
    private static partial Regex Targets();

    [GeneratedRegex(@"for: \w+")]
    private static partial Regex Lasts();

    [GeneratedRegex("msg=\"Listening on\" address=(127.0.0.1:[0-9]+)")]
    private static partial Regex Listening();
}
