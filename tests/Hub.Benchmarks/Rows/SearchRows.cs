using System.Diagnostics;
using System.Globalization;
using Hub.Benchmarks.Load;
using Hub.Benchmarks.Running;
using Hub.Core.Storage;

namespace Hub.Benchmarks.Rows;

/// <summary>What searches, timelines and groups cost at the store when it holds a million messages: every filter alone and in pairs, on the first page and far down.</summary>
public static class SearchRows
{
    private const double SearchLimit = 200;
    private const double TimelineLimit = 50;
    private const int Slowest = 12;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Backing backing, int messages)
    {
        await using var store = backing.Open();
        await store.MigrateAsync(64, default);
        var on = string.Create(CultureInfo.InvariantCulture, $"{messages:#,0} messages");
        Table.Progress($"filling {backing.Name} with {on}");
        var (intake, outcomes) = await new StoredTraffic(store, messages).FillAsync();
        await backing.SettleAsync();
        var rows = new List<Row>
        {
            new($"store: intake in groups of 1,000, {on}", backing.Name, intake, "/s", null, "", null),
            new($"store: outcomes in groups of 1,000, {on}", backing.Name, outcomes, "/s", null, "", null),
            new($"store: disk, {on}", backing.Name, await backing.BytesAsync() / 1e6, "MB", null, "", null),
        };
        var last = (await store.SearchAsync(new MessageFilter(null, Limit: 1), default)).Messages[0].Id;
        Table.Progress($"searching, {backing.Name}");
        foreach (var (name, filter) in Questions.Alone)
        {
            rows.Add(await SearchAsync(backing, store, $"search: {name}, first page", filter, 10));
            rows.Add(await SearchAsync(backing, store, $"search: {name}, far down", filter with { Before = last / 10 }, 10));
        }

        await PairsAsync(backing, store, rows, last);
        await OthersAsync(backing, store, rows, last);
        await FlowsAsync(backing, store, rows);
        return rows;
    }

    private static async Task PairsAsync(Backing backing, IHubStore store, List<Row> rows, long last)
    {
        var pairs = new List<Row>();
        foreach (var (name, filter) in Questions.Pairs)
        {
            pairs.Add(await SearchAsync(backing, store, $"pair: {name}", filter, 3));
            pairs.Add(await SearchAsync(backing, store, $"pair: {name}, far down", filter with { Before = last / 10 }, 3));
        }

        var all = Percentiles.Of([.. pairs.Select(p => p.Value)]);
        rows.Add(new Row($"search: {pairs.Count:#,0} pairs of filters, median of slowest", backing.Name, all.P50, "ms", null, "", null));
        rows.Add(new Row($"search: {pairs.Count:#,0} pairs of filters, slowest", backing.Name, all.Max, "ms", null, $"<= {SearchLimit} ms", all.Max <= SearchLimit));
        rows.AddRange(pairs.OrderByDescending(p => p.Value).Take(Slowest));
    }

    private static async Task OthersAsync(Backing backing, IHubStore store, List<Row> rows, long last)
    {
        var random = new Random(1);
        rows.Add(await SlowestAsync(backing, "timeline", TimelineLimit, 200, async () => (await store.FindAsync(1 + random.NextInt64(last), null, default))!.Deliveries.Count));
        rows.Add(await SlowestAsync(backing, "failure groups, all tenants", SearchLimit, 10, async () => (await store.FailuresAsync(new FailureFilter(null), default)).Count));
        rows.Add(await SlowestAsync(backing, "failure groups, one tenant", SearchLimit, 10, async () => (await store.FailuresAsync(new FailureFilter(StoredTraffic.CommonTenant), default)).Count));
    }

    private static async Task FlowsAsync(Backing backing, IHubStore store, List<Row> rows)
    {
        var end = StoredTraffic.Start + StoredTraffic.Length;
        foreach (var (name, filter) in new[]
        {
            ("one tenant, a day", new FlowFilter(StoredTraffic.CommonTenant, end.AddDays(-1), end)),
            ("one tenant, 30 days", new FlowFilter(StoredTraffic.CommonTenant, StoredTraffic.Start, end)),
            ("all tenants, a day", new FlowFilter(null, end.AddDays(-1), end)),
            ("all tenants, 30 days", new FlowFilter(null, StoredTraffic.Start, end)),
        })
        {
            rows.Add(await SlowestAsync(backing, $"flow map, {name}", SearchLimit, 5, async () => (await store.FlowsAsync(filter, default)).Count));
            foreach (var metric in Enum.GetValues<SeriesMetric>())
                rows.Add(await SlowestAsync(backing, $"series {metric}, {name}", SearchLimit, 5, async () => (await store.SeriesAsync(filter, TimeSpan.FromHours(1), metric, default)).Count));
        }
    }

    private static Task<Row> SearchAsync(Backing backing, IHubStore store, string name, MessageFilter filter, int repeats) => SlowestAsync(
        backing,
        name,
        SearchLimit,
        repeats,
        async () =>
        {
            var page = await store.SearchAsync(filter, default);
            return page.Next is not null && page.Messages.Count < filter.Limit ? -page.Messages.Count - 1 : page.Messages.Count;
        });

    private static async Task<Row> SlowestAsync(Backing backing, string name, double limit, int repeats, Func<Task<int>> ask)
    {
        var times = new List<double>();
        var found = await ask();
        for (var i = 0; i < repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            found = await ask();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var (p50, max) = (Percentiles.Of(times).P50, times.Max());
        var text = found < 0 ? $"{-found - 1} and more to look at" : $"{found} found";
        return new Row($"{name} ({text})", backing.Name, max, "ms", null, string.Create(CultureInfo.InvariantCulture, $"<= {limit} ms, p50 {p50:0.0}"), max <= limit);
    }
}
