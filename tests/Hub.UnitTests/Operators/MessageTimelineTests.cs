using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery.Pauses;
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
            MessageTimeline.Of(view, null, _ => PausedTimes.None).Select(Line));
    }

    [Fact]
    public void Should_tell_the_give_up_time_as_it_runs_when_pauses_held_the_delivery_up()
    {
        var over = Paused([(1, 6), (7, 9)]);
        Assert.Equal(
            ["0 accepted", "1 paused 7.1", "2 attemptFailed 7.1", "6 resumed 7.1", "7 paused 7.1", "9 resumed 7.1", "30 deadline 7.1 nextTry", "67 deadline 7.1 giveUp"],
            Lines(View(Delivery(1, DeliveryState.Pending, Noon.AddMinutes(30), (2, DeliveryEventKind.AttemptFailed))), over));

        // Until minute 25, seen at minute 10: five minutes have counted before, and none do before the end.
        Assert.Equal(
            ["0 accepted", "5 paused 7.1", "25 deadline 7.1 pauseEnds", "25 deadline 7.1 nextTry", "80 deadline 7.1 giveUp"],
            Lines(View(Delivery(1, DeliveryState.Pending, Noon.AddMinutes(6))), Paused([(5, 10)], 25)));
        Assert.Equal(
            ["0 accepted", "5 paused 7.1"],
            Lines(View(Delivery(1, DeliveryState.Pending, Noon.AddMinutes(6))), Paused([(5, 10)], -1)));
        Assert.Equal(
            ["0 accepted", "5 paused 7.1"],
            Lines(View(Delivery(1, DeliveryState.Pending, Noon.AddMinutes(6))), Paused([(5, 10)], 25, -1)));
    }

    [Fact]
    public void Should_tell_no_pause_of_a_delivery_that_has_ended()
    {
        Assert.Equal(["0 accepted", "5 delivered 7.1"], Lines(View(Delivery(1, DeliveryState.Delivered, Noon, (5, DeliveryEventKind.Delivered))), Paused([(1, 9)])));
    }

    // Minutes from noon; an end of -1 is none.
    private static PausedTimes Paused((int From, int To)[] spans, params int[] ends) => new(
        Noon.AddMinutes(spans[^1].To),
        [.. spans.Select(s => new PauseSpan(Noon.AddMinutes(s.From), Noon.AddMinutes(s.To)))],
        [.. ends.Select(e => new Pause(new PauseTarget("larvik", "epj"), Noon.AddMinutes(spans[^1].From), e < 0 ? null : Noon.AddMinutes(e), "kari", "upgrade"))]);

    private static IEnumerable<string> Lines(MessageView view, PausedTimes paused) => MessageTimeline.Of(view, Larvik, _ => paused).Select(Line);

    private static TenantConfig Larvik { get; } = new(
        "larvik", TenantEnvironment.Test, new OrganizationConfig("312229544", null, "Larvik kommune"), new Dictionary<string, PartnerConfig>(),
        [new RouteConfig("to-epj", [], ContentKind.Measurement, "epj", "m") { Retry = RetryConfig.Default with { GiveUpAfter = TimeSpan.FromHours(1) } }], UnroutedPolicy.Keep);

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
