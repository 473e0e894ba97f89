using System.Net;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Messaging;
using Xunit;

namespace Hub.AcceptanceTests.Journeys.Messaging;

/// <summary>Lost and late receipts: the same bytes again, one effect, and the truth when it comes after all.</summary>
public abstract class SilenceJourneys(BackingKind backing) : NetworkJourney(backing)
{
    private const string Plan = "DIALOG_HELSEFAGLIG";
    private const string Ack = "Acknowledgment";

    [Fact]
    public async Task Should_send_the_same_bytes_again_when_the_acknowledgment_is_lost_and_have_one_effect()
    {
        await using var network = await OpenAsync(new NetworkPlan { Options = "resends: 20, resendAfter: 500ms, answerWithin: 60s", CounterpartResend = TimeSpan.FromSeconds(1) });
        network.Gp.Faults = new MessagingFaults { LoseOutgoingRate = 1 };

        var message = await network.FeedAsync(Events.Plan("lost", Events.People[0]));
        await network.UntilSeenAsync("the plan came twice", _ => network.Came(Plan).Count >= 2);
        network.Gp.Faults = MessagingFaults.None;
        var delivery = await network.UntilDeliveryAsync(message, "delivered", d => d.Is("delivered"));

        var came = network.Came(Plan);
        Assert.All(came, again =>
        {
            Assert.Equal((came[0].MessageId, came[0].Mime.ContentType), (again.MessageId, again.Mime.ContentType));
            Assert.True(came[0].Mime.Body.Span.SequenceEqual(again.Mime.Body.Span), "the same bytes");
        });
        Assert.Equal(0, Assert.Single(network.Gp.Ledger.Effects).Repeats);
        Assert.True(delivery.Tells("HUB-DELIVERY-014", "sent again"), string.Join(Environment.NewLine, delivery.Steps()));
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_give_up_when_nobody_acknowledges_and_believe_receipts_that_come_after_that()
    {
        await using var network = await OpenAsync(new NetworkPlan { Options = "resends: 1, resendAfter: 500ms, answerWithin: 60s" });
        network.Gp.Faults = new MessagingFaults { LoseOutgoingRate = 1 };

        var message = await network.FeedAsync(Events.Plan("silent", Events.People[0]));
        var dead = await network.UntilDeliveryAsync(message, "given up", d => d.Is("deadLettered"));
        Assert.Equal("HUB-DELIVERY-010", Timelines.Of(dead, "error"));
        Assert.Equal(2, network.Came(Plan).Count);

        using (var answer = await network.CarryAsync(Assert.Single(network.Made(Ack)).Mime))
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await network.UntilDeliveryAsync(message, "acknowledged late", d => d.Is("awaitingReceipt"));
        using (var answer = await network.CarryAsync(Assert.Single(network.Made("APPREC")).Mime))
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var delivery = await network.UntilDeliveryAsync(message, "delivered late", d => d.Is("delivered"));

        Assert.True(delivery.Tells("HUB-DELIVERY-010") && delivery.Tells("receipt", "digests equal") && delivery.Tells("receipt", "status 1"), string.Join(Environment.NewLine, delivery.Steps()));
        Assert.Single(network.Gp.Ledger.Effects);
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_give_up_when_the_receivers_system_never_answers_and_believe_an_answer_that_comes_after_that()
    {
        await using var network = await OpenAsync(new NetworkPlan { Options = "resends: 4, resendAfter: 30s, answerWithin: 2s" });
        network.Gp.Faults = new MessagingFaults { LoseOutgoingRate = 1 };

        var message = await network.FeedAsync(Events.Plan("no-apprec", Events.People[0]));
        await network.UntilSeenAsync("both receipts made", _ => network.Made(Ack).Count == 1 && network.Made("APPREC").Count == 1);
        (await network.CarryAsync(network.Made(Ack)[0].Mime)).Dispose();
        var dead = await network.UntilDeliveryAsync(message, "given up", d => d.Is("deadLettered"));
        Assert.Equal("HUB-DELIVERY-002", Timelines.Of(dead, "error"));

        (await network.CarryAsync(network.Made("APPREC")[0].Mime)).Dispose();
        var delivery = await network.UntilDeliveryAsync(message, "delivered late", d => d.Is("delivered"));
        Assert.True(delivery.Tells("HUB-DELIVERY-002") && delivery.Tells("receipt", "status 1"), string.Join(Environment.NewLine, delivery.Steps()));
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_send_again_to_a_counterpart_that_was_down_and_has_been_started_anew()
    {
        await using var network = await OpenAsync(new NetworkPlan { Options = "resends: 4, resendAfter: 30s, answerWithin: 60s" });
        await network.Gp.CloseAsync();
        var message = await network.FeedAsync(Events.Plan("down", Events.People[0]));
        await network.UntilDeliveryAsync(message, "a failed try", d => d.Tells("attemptFailed", "HUB-SEND-001"));

        await network.RestartGpAsync();
        await network.UntilDeliveryAsync(message, "delivered", d => d.Is("delivered"));

        Assert.Single(network.Gp.Ledger.Effects);
        AssertNoFault(network);
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : SilenceJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : SilenceJourneys(BackingKind.Servers);
}
