using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Benchmarks.Running;

namespace Hub.Benchmarks.Rows;

/// <summary>A replay of many messages as one action, beside live traffic that must not feel it.</summary>
public static class ReplayRows
{
    private const int Messages = 20_000;
    private const int PerSecond = 1200;

    // As long as the replay takes: one in a hundred of fewer messages is chance.
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(20);

    /// <summary>Measures it.</summary>
    /// <param name="bench">Ports and times.</param>
    /// <param name="backing">Where.</param>
    /// <param name="stored">Messages of other tenants that the store holds before.</param>
    public static async Task<IReadOnlyList<Row>> MeasureAsync(Bench bench, Backing backing, int stored)
    {
        if (stored > 0)
        {
            Table.Progress(string.Create(CultureInfo.InvariantCulture, $"filling {backing.Name} with {stored:#,0} messages"));
            await using var store = backing.Open();
            await store.MigrateAsync(64, default);
            await new StoredTraffic(store, stored).FillAsync();
            await backing.SettleAsync();
        }

        Table.Progress($"replay beside live traffic, {backing.Name}");
        await using var receiver = await Receiver.StartAsync(Bench.ReceiverPort);
        using var hub = new HubUnderTest(backing, Bench.HubPort, receiver.Url);
        await hub.StartAsync();
        using var http = new HttpClient { BaseAddress = hub.Url, Timeout = TimeSpan.FromMinutes(1) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", hub.OperatorKey);

        var taken = await Bench.Client(hub.Webhook, hub.Key).ClosedAsync(64, TimeSpan.FromMinutes(2), Messages);
        await receiver.WaitAsync(taken.Accepted, TimeSpan.FromMinutes(2));
        var until = DateTimeOffset.UtcNow;
        await LiveTraffic.RunAsync(hub, receiver, bench.LoadTime / 2);
        var before = await LiveTraffic.RunAsync(hub, receiver, Before);

        var target = new { filter = new { tenant = "bench", to = until.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) } };
        var preview = await PostAsync(http, "ops/v1/actions/preview", new { kind = "replay", target, include = new { alreadyDelivered = true } });
        var replayed = preview.GetProperty("toDo").GetInt32();
        using var done = new CancellationTokenSource();
        var live = LiveTraffic.RunAsync(hub, receiver, TimeSpan.FromMinutes(3), done.Token);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var clock = Stopwatch.StartNew();
        var action = await PostAsync(
            http, "ops/v1/actions", new { kind = "replay", target, include = new { alreadyDelivered = true }, reason = "benchmark", perSecond = PerSecond, preview = preview.GetProperty("token").GetString() });
        var id = action.GetProperty("id").GetString();
        JsonElement state;
        do
        {
            await Task.Delay(100);
            state = await http.GetFromJsonAsync<JsonElement>($"ops/v1/actions/{id}");
        }
        while (state.GetProperty("state").GetString() == "running");

        var rate = replayed / clock.Elapsed.TotalSeconds;
        await done.CancelAsync();
        var during = await live;
        if (state.GetProperty("done").GetInt32() != replayed)
            throw new InvalidOperationException($"{state.GetProperty("done")} of {replayed} were replayed.");
        return
        [
            new Row(string.Create(CultureInfo.InvariantCulture, $"replay of {replayed:#,0} messages as one action, {stored:#,0} others stored"), backing.Name, rate, "/s", null, ">= 1,000/s", rate >= 1000),
            .. LiveTraffic.Felt(backing, before, during),
        ];
    }

    private static async Task<JsonElement> PostAsync(HttpClient http, string address, object body)
    {
        using var answer = await http.PostAsJsonAsync(address, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(text) : throw new InvalidOperationException($"{address}: {answer.StatusCode} {text}");
    }
}
