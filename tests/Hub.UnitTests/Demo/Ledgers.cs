using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Simulators.Gerica;

namespace Hub.UnitTests.Demo;

/// <summary>Small ledgers to compare.</summary>
internal static class Ledgers
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    public static MessageView Message(long id, string sourceId, DeliveryState state, int attempts = 1, int tookMs = 20) => new(
        new StoredMessage(id, id, 0, "larvik", "dignio", "application/json", At),
        ContentKind.Measurement,
        "glucose",
        Triage.Green,
        sourceId,
        null,
        At,
        [],
        [],
        [Delivery(new DeliveryId(id, 1), state, attempts, tookMs)]);

    public static Effect Effect(long no, string delivery, string patient = "p") => new(no, "hub-larvik", "Observation", patient, $"abc-{delivery}-0", "", "d", At);

    public static LedgerReport Report(IReadOnlyList<string>? twice = null, IReadOnlyList<string>? late = null) =>
        new(0, 0, 0, 0, new Dictionary<string, int>(), new Dictionary<string, int>(), twice ?? [], late ?? []);

    private static DeliveryView Delivery(DeliveryId id, DeliveryState state, int attempts, int tookMs) => new(
        new DeliveryRow(id, "larvik", "gerica", "measurements", "fhir.observation", 0, 1, state, At, attempts, At, 1, 0, true),
        state == DeliveryState.DeadLettered ? "HUB-SEND-006" : null,
        null,
        null,
        state switch
        {
            DeliveryState.Delivered => [new DeliveryEvent(At.AddMilliseconds(tookMs), DeliveryEventKind.Delivered)],
            DeliveryState.DeadLettered => [new DeliveryEvent(At.AddMilliseconds(tookMs), DeliveryEventKind.DeadLettered, "HUB-SEND-006")],
            _ => [],
        });
}
