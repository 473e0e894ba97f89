using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hub.Benchmarks.Load;
using Hub.Benchmarks.Running;

namespace Hub.Benchmarks.Rows;

/// <summary>What an operator waits for: searches, a timeline, replays; over HTTP, on a hub that holds many messages.</summary>
public static class OperatorRows
{
    private const int Repeats = 20;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Bench bench, Backing backing, HubUnderTest hub, Receiver receiver, long messages)
    {
        Table.Progress($"search and replay, {backing.Name}");
        using var http = new HttpClient { BaseAddress = hub.Url, Timeout = TimeSpan.FromMinutes(1) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", hub.OperatorKey);
        var patient = Encoding.ASCII.GetString(Bench.People[7]);
        var ids = await IdsAsync(http);

        var searches = new Dictionary<string, Func<Task<HttpResponseMessage>>>
        {
            ["latest"] = () => http.GetAsync("ops/v1/messages?tenant=bench&limit=50"),
            ["by state"] = () => http.GetAsync("ops/v1/messages?tenant=bench&state=deadLettered&limit=50"),
            ["by partner"] = () => http.GetAsync("ops/v1/messages?tenant=bench&partner=epj&limit=50"),
            ["by patient"] = () => http.PostAsync("ops/v1/messages/_search", Json($$"""{"tenant":"bench","patient":"{{patient}}"}""")),
            ["by source id"] = () => http.PostAsync("ops/v1/messages/_search", Json("""{"tenant":"bench","source":"dignio","sourceId":"e000010000009"}""")),
            ["timeline"] = () => http.GetAsync(string.Create(CultureInfo.InvariantCulture, $"ops/v1/messages/{ids[0]}")),
        };
        var on = string.Create(CultureInfo.InvariantCulture, $"at {messages:#,0} messages");
        var rows = new List<Row>();
        foreach (var (name, ask) in searches)
        {
            var slowest = await SlowestAsync(ask);
            var goal = name == "timeline" ? 50 : 200;
            rows.Add(new Row($"operator: {name}, slowest of {Repeats}, {on}", backing.Name, slowest, "ms", null, $"<= {goal} ms", slowest <= goal));
        }

        rows.Add(new Row("replay, one request each, 16 at a time", backing.Name, await ReplayAsync(bench, http, receiver, ids), "/s", null, ">= 1,000/s", null));
        rows[^1] = rows[^1] with { Met = rows[^1].Value >= 1000 };
        return rows;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static async Task<double> SlowestAsync(Func<Task<HttpResponseMessage>> ask)
    {
        var times = new List<double>();
        for (var i = 0; i <= Repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await ask();
            var body = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{answer.StatusCode}: {body}");
            if (i > 0)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Percentiles.Of(times).Max;
    }

    private static async Task<IReadOnlyList<long>> IdsAsync(HttpClient http)
    {
        var ids = new List<long>();
        while (ids.Count < 2000)
        {
            var before = ids.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"&before={ids[^1]}");
            using var page = JsonDocument.Parse(await http.GetStringAsync($"ops/v1/messages?tenant=bench&partner=epj&limit=200{before}"));
            var list = page.RootElement.GetProperty("messages").EnumerateArray().Select(m => long.Parse(m.GetProperty("id").ToString(), CultureInfo.InvariantCulture)).ToList();
            if (list.Count == 0)
                break;
            ids.AddRange(list);
        }

        return ids;
    }

    private static async Task<double> ReplayAsync(Bench bench, HttpClient http, Receiver receiver, IReadOnlyList<long> ids)
    {
        receiver.Reset();
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (id, cancel) =>
        {
            using var answer = await http.PostAsync(string.Create(CultureInfo.InvariantCulture, $"ops/v1/messages/{id}/replay"), Json("""{"reason":"benchmark"}"""), cancel);
            answer.EnsureSuccessStatusCode();
        });
        await receiver.WaitAsync(ids.Count, bench.LoadTime + TimeSpan.FromSeconds(30));
        return ids.Count / clock.Elapsed.TotalSeconds;
    }
}
