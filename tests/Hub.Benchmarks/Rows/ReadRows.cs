using System.Globalization;
using System.Text;
using System.Text.Json;
using Hub.Benchmarks.Load;
using Hub.Benchmarks.Running;
using Hub.Core.Content;
using Hub.Simulators.Dignio;
using Hub.Simulators.HelseId;

namespace Hub.Benchmarks.Rows;

/// <summary>Looks of treaters: 200 a second in an open loop, each at another patient, over a vendor that answers in 20 ms. Every look is decided by token, rule and responsibility, and stands in the audit log on disk before it is answered.
/// The floor is the same questions straight to the vendor.</summary>
public static class ReadRows
{
    private const int PerSecond = 200;
    private const int Connections = 64;
    private const int PatientCount = 5000;
    private const int ValuesEach = 20;
    private const string Goal = "p99 <= 50 ms over a vendor of 20 ms at 200/s";

    private static readonly TimeSpan VendorLatency = TimeSpan.FromMilliseconds(20);
    private static readonly DateTimeOffset Start = new(2026, 2, 1, 8, 0, 0, TimeSpan.FromHours(1));
    private static readonly string Question = $$"""{"patient":"{{RequestTemplate.PatientMark}}","kinds":["heart-rate"],"limit":101}""";
    private static readonly string Form = $"patient.identifier=urn%3Aoid%3A2.16.578.1.12.4.1.4.1%7C{RequestTemplate.PatientMark}&code=http%3A%2F%2Floinc.org%7C8867-4";

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Bench bench, Backing backing)
    {
        var time = TimeSpan.FromSeconds(bench.Full ? 20 : 5);
        Table.Progress($"looks, {backing.Name}");
        var people = Patients.Make(PatientCount);
        await using var vendor = await DignioServer.StartAsync(new DignioServerOptions { LookupLatency = VendorLatency });
        vendor.Records.Add(people.SelectMany((p, i) => Values(Encoding.ASCII.GetString(p), i)));
        await using var issuer = await HelseIdServer.StartAsync(new HelseIdOptions { TokenLifetime = TimeSpan.FromHours(1) });
        using var hub = new ReadHub(backing, vendor.Url, issuer.Issuer);
        await hub.StartAsync();

        var floor = await RunAsync(new LoadClient(new Uri(vendor.Url, "lookup/measurements"), new RequestTemplate(new Uri(vendor.Url, "lookup/measurements"), null, Question), people) { CountWaiting = true }, time / 2);
        var client = new LoadClient(hub.Search, new RequestTemplate(hub.Search, Token(issuer), Form, "application/x-www-form-urlencoded"), people) { CountWaiting = true };
        await RunAsync(client, time / 4);
        var looks = await RunAsync(client, time);
        return
        [
            new Row($"look at {PerSecond}/s, p50", backing.Name, looks.P50, "ms", floor.P50, "", null),
            new Row($"look at {PerSecond}/s, p99", backing.Name, looks.P99, "ms", floor.P99, Goal, looks.P99 <= 50),
            new Row($"look at {PerSecond}/s, memory", backing.Name, hub.Megabytes, "MB", null, "<= 200 MB", hub.Megabytes <= 200),
        ];
    }

    private static async Task<Percentiles> RunAsync(LoadClient client, TimeSpan time)
    {
        var result = await client.OpenAsync(PerSecond, time, Connections);
        return result.Other == 0 ? result.Latency : throw new InvalidOperationException($"{result.Other} of {result.Requests} looks failed.");
    }

    private static string Token(HelseIdServer issuer) => issuer.IssueUserToken(new HelseIdUser("13116900216", "bench", ["openid", "user/*.read"])
    {
        Hpr = "9144900",
        OrgnrParent = ReadHub.Orgnr,
        Audience = ReadHub.Audience,
        Claims = new Dictionary<string, JsonElement>
        {
            ["helseid://claims/hpr/hpr_details"] = JsonSerializer.SerializeToElement(new { approvals = new[] { new { profession = "LE" } } }),
        },
    });

    private static IEnumerable<FeedEvent> Values(string patient, int no) => Enumerable.Range(0, ValuesEach).Select(i =>
    {
        var at = Start.AddHours(i * 12);
        return new FeedEvent(
            string.Create(CultureInfo.InvariantCulture, $"b{no}-{i}"),
            new SyntheticPerson(no + 1, patient, "Line Danser", Diagnosis.HeartFailure),
            at,
            at,
            new Measurement(MeasurementKind.HeartRate, new ClinicalTime(at))
            {
                Value = Measured.Of(60 + ((no + i) % 40), "/min"),
                Thresholds =
                [
                    new Threshold(Triage.Green, new Quantity(50, "/min"), new Quantity(90, "/min")),
                    new Threshold(Triage.Yellow, new Quantity(91, "/min"), new Quantity(110, "/min")),
                    new Threshold(Triage.Red, new Quantity(111, "/min"), null),
                ],
            });
    });
}
