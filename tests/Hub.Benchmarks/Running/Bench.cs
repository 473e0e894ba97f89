using Hub.Benchmarks.Load;

namespace Hub.Benchmarks.Running;

/// <summary>What the rows share: sizes, ports, the message that is sent.</summary>
/// <param name="Full">True for the long run.</param>
public sealed record Bench(bool Full)
{
    public const int HubPort = 28480;
    public const int ReceiverPort = 28481;
    public const int FloorPort = 28482;
    public const int DeadPort = 28483;
    public const string Marker = "bench-";

    /// <summary>A small measurement: about 300 bytes.</summary>
    public const string Body = $$$"""
        {"eventId":"e{{{RequestTemplate.SerialMark}}}","type":"measurement","patient":{"nationalId":"{{{RequestTemplate.PatientMark}}}"},"occurredAt":"2026-03-01T08:15:00+01:00","triage":"green","measurement":{"kind":"oxygen-saturation","value":97,"unit":"%","comment":"{{{Marker}}}{{{RequestTemplate.SerialMark}}}"}}
        """;

    /// <summary>The same of a patient whose name is known, without which no KITH document is taken in.</summary>
    public static string NamedBody { get; } = Body.Replace("\"nationalId\":", "\"name\":\"Line Danser\",\"nationalId\":", StringComparison.Ordinal);

    private static long _nextSerial = 1;

    public static IReadOnlyList<byte[]> People { get; } = Patients.Make(2000);

    public TimeSpan LoadTime => TimeSpan.FromSeconds(Full ? 15 : 3);

    public int Pending => Full ? 100_000 : 20_000;

    public int Parked => Full ? 1_000_000 : 20_000;

    /// <summary>A client for an address; serial numbers never repeat within a run of the benchmarks.</summary>
    public static LoadClient Client(Uri target, string? key, Action<long, long>? sending = null, string body = Body)
    {
        var first = Interlocked.Add(ref _nextSerial, 10_000_000);
        return new LoadClient(target, new RequestTemplate(target, key, body), People) { NextSerial = first, Sending = sending };
    }
}
