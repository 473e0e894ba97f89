using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Host.Faces.Operators;
using Xunit;

namespace Hub.UnitTests.Operators;

public class MessageTimelineTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_put_all_deliveries_in_the_order_of_what_happened_and_what_lies_ahead_at_the_end()
    {
        var view = View(
            Delivery(1, DeliveryState.Pending, Noon.AddMinutes(30), (2, DeliveryEventKind.AttemptFailed), (9, DeliveryEventKind.AttemptFailed)),
            Delivery(2, DeliveryState.AwaitingReceipt, Noon.AddMinutes(20), (1, DeliveryEventKind.Mapped), (3, DeliveryEventKind.AwaitingReceipt)),
            Delivery(3, DeliveryState.Delivered, Noon, (5, DeliveryEventKind.Delivered)),
            Delivery(4, DeliveryState.Held, Noon.AddMinutes(40)));

        Assert.Equal(
            [
                "0 accepted", "1 mapped 7.2", "2 attemptFailed 7.1", "3 awaitingReceipt 7.2", "5 delivered 7.3", "9 attemptFailed 7.1",
                "20 deadline 7.2 receiptDue", "30 deadline 7.1 nextTry", "40 deadline 7.4 holdEnds",
            ],
            MessageTimeline.Of(view, null).Select(Line));
    }

    private static string Line(TimelineEntry entry) =>
        string.Join(' ', new[] { $"{(entry.At - Noon).TotalMinutes}", entry.Step, entry.Delivery?.ToString(), entry.Deadline }.OfType<string>());

    private static MessageView View(params DeliveryView[] deliveries) => new(
        new StoredMessage(7, 7, 0, "larvik", "dignio", "application/json", Noon), ContentKind.Measurement, null, Triage.Green, "a", null, Noon, [], [], deliveries);

    private static DeliveryView Delivery(short no, DeliveryState state, DateTimeOffset due, params (int Minute, DeliveryEventKind Kind)[] events) => new(
        new DeliveryRow(new DeliveryId(7, no), "larvik", "epj", "to-epj", "m", 0, 0, state, due, 1, Noon, 1, 0, false),
        null,
        null,
        null,
        [.. events.Select(e => new DeliveryEvent(Noon.AddMinutes(e.Minute), e.Kind))]);
}
