using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Benchmarks.Running;

namespace Hub.Benchmarks.Rows;

/// <summary>A simulation of as many recorded messages as one may ask for, beside live traffic that must not feel it.</summary>
public static class SimulationRows
{
    private const int Messages = 10_000;
    private const int Rounds = 3;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Bench bench, Backing backing)
    {
        Table.Progress($"simulation beside live traffic, {backing.Name}");
        await using var receiver = await Receiver.StartAsync(Bench.ReceiverPort);
        using var hub = new HubUnderTest(backing, Bench.HubPort, receiver.Url);
        await hub.StartAsync();
        using var http = new HttpClient { BaseAddress = hub.Url, Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", hub.OperatorKey);
        var stored = await Bench.Client(hub.Webhook, hub.Key).ClosedAsync(64, TimeSpan.FromMinutes(2), Messages);
        await receiver.WaitAsync(stored.Accepted, TimeSpan.FromMinutes(2));

        var file = (await File.ReadAllTextAsync(hub.TenantFile)).Replace("name: measurements\n", "name: values\n", StringComparison.Ordinal);
        await SimulateAsync(http, file);
        var before = await LiveTraffic.RunAsync(hub, receiver, bench.LoadTime * 2);
        using var done = new CancellationTokenSource();
        var live = LiveTraffic.RunAsync(hub, receiver, TimeSpan.FromMinutes(3), done.Token);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Rounds; i++)
            await SimulateAsync(http, file);
        var rate = Rounds * Messages / clock.Elapsed.TotalSeconds;
        await done.CancelAsync();
        var during = await live;
        return
        [
            new Row(string.Create(CultureInfo.InvariantCulture, $"simulation of {Messages:#,0} recorded messages"), backing.Name, rate, "/s", null, "", null),
            .. LiveTraffic.Felt(backing, before, during),
        ];
    }

    private static async Task SimulateAsync(HttpClient http, string file)
    {
        using var answer = await http.PostAsJsonAsync("ops/v1/simulate", new { tenant = "bench", file, since = "1d", limit = Messages });
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode || JsonDocument.Parse(text).RootElement.GetProperty("messages").GetInt32() != Messages)
            throw new InvalidOperationException($"{answer.StatusCode} {text}");
    }
}
