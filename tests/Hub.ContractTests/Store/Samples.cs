using System.Security.Cryptography;
using System.Text;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Routing;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.ContractTests.Store;

/// <summary>Messages and outcomes for store tests.</summary>
public static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly RouteDecision ToEpj = new(new RouteConfig("to-epj", [], ContentKind.Measurement, "epj", "fhir.observation"), RouteVerdict.Deliver);

    public static Guid Key(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16), bigEndian: true);

    public static NewDelivery DeliveryTo(string partner = "epj", int partition = 3, long lane = 7, string? dead = null) =>
        new("to-" + partner, partner, "fhir.observation", partition, lane, dead);

    public static NewMessage Message(string sourceId, int ordinal = 0, string content = "", params NewDelivery[] deliveries) => new(
        ordinal,
        ContentKind.Measurement,
        "heart-rate",
        Triage.Yellow,
        sourceId,
        Key("source " + sourceId),
        Key("content " + sourceId + content),
        Key("patient " + sourceId[..1]),
        Noon.AddMinutes(-5),
        null,
        [ToEpj],
        [],
        deliveries.Length == 0 ? [DeliveryTo()] : deliveries);

    public static NewRawMessage Raw(params NewMessage[] messages) => RawOf("larvik", messages);

    public static NewRawMessage RawOf(string tenant, params NewMessage[] messages) => new(
        tenant, "dignio", "application/json", Encoding.UTF8.GetBytes("raw of " + string.Join(' ', messages.Select(m => m.SourceId))), Noon, 1, messages);

    public static DeliveryOutcome Outcome(DeliveryId id, DeliveryState state, long epoch = 1, int partition = 3, int attempts = 1) =>
        new(id, partition, epoch, state, Noon.AddMinutes(1), attempts, [new DeliveryEvent(Noon, DeliveryEventKind.Delivered, DurationMs: 12)]);

    public static DeliveryOutcome Delivered(DeliveryId id, long epoch = 1, int partition = 3) => Outcome(id, DeliveryState.Delivered, epoch, partition) with
    {
        Receipt = "Observation/1",
        SealedDocument = Encoding.UTF8.GetBytes("document of " + id),
        Document = new DocumentHead("fhir.observation", "application/fhir+json", "doc-" + id),
    };
}
