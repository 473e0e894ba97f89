using System.Diagnostics;
using System.Globalization;
using Hub.Benchmarks.Crypto;
using Hub.Benchmarks.Running;
using Hub.Host.Security;

namespace Hub.Benchmarks.Rows;

/// <summary>Signed ebXML through the whole hub: event in, PLO message encrypted, signed, stored, sent, its signed receipt verified and stored. The counterpart works on the same processors.</summary>
public static class MessagePathRows
{
    private static readonly byte[] Signed = new byte[1500];

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Bench bench, Backing backing, int bits, double goal)
    {
        Table.Progress($"signed messages end to end, RSA-{bits}, {backing.Name}");
        using var hub = new HubUnderTest(backing, Bench.HubPort, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Bench.ReceiverPort}/")));
        var config = Path.Combine(backing.Directory, "config");
        await File.WriteAllTextAsync(Path.Combine(config, "tenants", "bench.yaml"), CounterpartProcess.Tenant($"{KeyHash.Of(hub.Key)}", Bench.ReceiverPort));
        using var counterpart = ChildProcess.Start(
            typeof(MessagePathRows).Assembly.Location,
            ["counterpart", Number(Bench.ReceiverPort), config, hub.Url.ToString(), Number(bits)]);
        await counterpart.ReadyAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Bench.ReceiverPort}/_sim/faults")), TimeSpan.FromSeconds(30));
        await hub.StartAsync();

        var count = bench.Full ? 10_000 : 2_000;
        await RunAsync(hub, count / 4, 0);
        var before = Signatures(bits);
        var rate = await RunAsync(hub, count, count / 4);
        var floor = (before + Signatures(bits)) / 2;
        return [new Row($"event in, PLO out, signed receipt in, RSA-{bits}", backing.Name, rate, "/s", floor, string.Create(CultureInfo.InvariantCulture, $">= {goal:0.00}"), rate >= goal * floor)];
    }

    private static async Task<double> RunAsync(HubUnderTest hub, int count, long already)
    {
        var clock = Stopwatch.StartNew();
        var result = await Bench.Client(hub.Webhook, hub.Key, body: Bench.NamedBody).ClosedAsync(32, TimeSpan.FromMinutes(2), count);
        if (result.Other > 0)
            throw new InvalidOperationException($"{result.Other} requests were refused.");
        var expected = already + result.Accepted;
        while (await ReceiptsAsync(hub) is var seen && seen < expected)
        {
            if (clock.Elapsed > TimeSpan.FromMinutes(3))
                throw new TimeoutException($"{seen} of {expected} messages were acknowledged.");
            await Task.Delay(20);
        }

        return result.Accepted / clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> ReceiptsAsync(HubUnderTest hub)
    {
        using var http = new HttpClient();
        var page = await http.GetStringAsync(new Uri(hub.Url, "metrics"));
        return page.Split('\n').Where(l => l.StartsWith("hub_receipts_total", StringComparison.Ordinal)).Sum(l => double.Parse(l[(l.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>Bare signatures per second with every processor at it.</summary>
    private static double Signatures(int bits)
    {
        var time = TimeSpan.FromSeconds(2);
        var times = new long[Environment.ProcessorCount];
        Parallel.For(0, times.Length, new ParallelOptions { MaxDegreeOfParallelism = times.Length }, i =>
        {
            using var party = new BenchParty("floor", bits);
            using var bare = new BareCrypto(party, party);
            for (var clock = Stopwatch.StartNew(); clock.Elapsed < time; times[i]++)
                bare.Sign(Signed);
        });
        return times.Sum() / time.TotalSeconds;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
