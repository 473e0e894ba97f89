using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Routing;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Benchmarks.Running;

/// <summary>A month of traffic of 42 tenants as a store holds it, the same in every run: common and rare values of everything an operator searches by. It goes in by the store's own intake and outcomes, in groups.</summary>
public sealed class StoredTraffic(IHubStore store, int messages)
{
    public const string CommonTenant = "t00";
    public const string RareTenant = "t41";
    public const string CommonError = "HUB-SEND-005";
    public const string RareError = "HUB-MAP-013";
    public const string RareReceipt = "Observation/4711";
    private const int Group = 1000;
    private static readonly string[] s_sources = ["dignio", "tellu", "siemens", "checkware"];
    private static readonly ReadOnlyMemory<byte> s_raw = RandomNumberGenerator.GetBytes(420);
    private static readonly ReadOnlyMemory<byte> s_document = RandomNumberGenerator.GetBytes(620);
    private static readonly RouteDecision s_decision = new(new RouteConfig("measurements", [], ContentKind.Measurement, "epj", "fhir.observation"), RouteVerdict.Deliver);
    private readonly Random _random = new(17);

    public static readonly DateTimeOffset Start = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    public static TimeSpan Length { get; } = TimeSpan.FromDays(30);

    public static Guid Patient(int number) => Key("patient", number);

    public static Guid Source(int number) => Key("source", number);

    /// <summary>Takes everything in.</summary>
    /// <returns>Messages taken in and outcomes written, each per second.</returns>
    public async Task<(double Intake, double Outcomes)> FillAsync()
    {
        var (intake, outcomes) = (TimeSpan.Zero, TimeSpan.Zero);
        var epochs = await store.TakeAsync("bench", [.. Enumerable.Range(0, 64)], default);
        for (var first = 0; first < messages; first += Group)
        {
            var raws = Enumerable.Range(first, Math.Min(Group, messages - first)).Select(Raw).ToList();
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var replies = await store.AcceptAsync(raws, default);
            intake += clock.Elapsed;
            var ends = replies.Zip(raws).SelectMany(r => r.Second.Messages[0].Deliveries.Select((d, i) => End(new DeliveryId(r.First[0].MessageId, (short)(i + 1)), d, r.Second, epochs))).OfType<DeliveryOutcome>().ToList();
            clock.Restart();
            await store.CommitAsync(ends, default);
            outcomes += clock.Elapsed;
            if (first % 100_000 == 0)
                Rows.Table.Progress(string.Create(CultureInfo.InvariantCulture, $"filled {first:#,0}"));
        }

        return (messages / intake.TotalSeconds, messages / outcomes.TotalSeconds);
    }

    private NewRawMessage Raw(int number)
    {
        var tenant = number % 50_000 == 49_999 ? RareTenant : $"t{Skewed(41):00}";
        var kind = number % 40_000 == 39_999 ? ContentKind.Handover : _random.Next(100) switch { < 80 => ContentKind.Measurement, < 88 => ContentKind.Note, < 93 => ContentKind.Alert, < 97 => ContentKind.Questionnaire, _ => ContentKind.Plan };
        var triage = kind is ContentKind.Measurement or ContentKind.Alert ? _random.Next(100) switch { < 80 => Triage.Green, < 97 => Triage.Yellow, _ => Triage.Red } : Triage.None;
        var source = number % 30_000 == 29_999 ? "peakflow" : s_sources[Skewed(s_sources.Length)];
        var message = new NewMessage(
            0, kind, "heart-rate", triage, string.Create(CultureInfo.InvariantCulture, $"event-{number:000000000}"), Source(number), Key("print", number),
            Patient(_random.Next(100) == 0 ? 0 : 1 + _random.Next(20_000)), At(number).AddMinutes(-3),
            _random.Next(10) == 0 ? string.Create(CultureInfo.InvariantCulture, $"conversation:{number / 3}") : null, [s_decision], [], Deliveries(tenant, kind, number));
        return new NewRawMessage(tenant, source, "application/json", s_raw, At(number), 1, [message]);
    }

    private IReadOnlyList<NewDelivery> Deliveries(string tenant, ContentKind kind, int number)
    {
        var partner = number % 20_000 == 19_999 ? "hospital" : _random.Next(4) == 0 ? "dips" : "epj";
        var first = Delivery(tenant, partner, kind.Name() + "-to-" + partner);
        return _random.Next(10) == 0 ? [first, Delivery(tenant, "gp", "copies")] : [first];
    }

    private NewDelivery Delivery(string tenant, string partner, string route)
    {
        var lane = Placement.Lane(tenant, partner, Guid.NewGuid());
        return new NewDelivery(route, partner, "fhir.observation", Placement.Partition(tenant, partner, lane, 1, 64), lane);
    }

    private DeliveryOutcome? End(DeliveryId id, NewDelivery delivery, NewRawMessage raw, IReadOnlyDictionary<int, long> epochs)
    {
        var at = raw.ReceivedAt.AddMilliseconds(20 + _random.Next(2000));
        var (state, error) = _random.Next(1000) switch
        {
            < 5 => (DeliveryState.Pending, (string?)null),
            < 10 => (DeliveryState.Pending, Code()),
            < 14 => (DeliveryState.AwaitingReceipt, null),
            < 34 => (DeliveryState.DeadLettered, Code()),
            < 35 => (DeliveryState.Held, Code()),
            _ => (DeliveryState.Delivered, null),
        };
        if (state == DeliveryState.Pending && error is null)
            return null;
        var outcome = new DeliveryOutcome(id, delivery.Partition, epochs[delivery.Partition], state, at, 1, [new DeliveryEvent(at, DeliveryEventKind.Mapped), new DeliveryEvent(at, DeliveryEventKind.Delivered, error, null, 12)]) { ErrorCode = error };
        return state != DeliveryState.Delivered ? outcome : outcome with
        {
            Receipt = id.MessageId == messages / 2 ? RareReceipt : $"Observation/{id.MessageId}",
            Document = new DocumentHead("fhir.observation", "application/fhir+json", Guid.NewGuid().ToString()),
            SealedDocument = s_document,
        };
    }

    private string Code() => _random.Next(3000) == 0 ? RareError : _random.Next(2) == 0 ? CommonError : string.Create(CultureInfo.InvariantCulture, $"HUB-SEND-{_random.Next(1, 15):000}");

    private DateTimeOffset At(int number) => Start + (Length * ((double)number / messages));

    private int Skewed(int count) => (int)(count * Math.Pow(_random.NextDouble(), 2.5));

    private static Guid Key(string what, int number) =>
        new(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{what} {number}"))).AsSpan(0, 16));
}
