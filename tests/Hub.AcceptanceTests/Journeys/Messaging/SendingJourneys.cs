using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Kith.Dialog;
using Hub.Kith.MsgHead;
using Xunit;

namespace Hub.AcceptanceTests.Journeys.Messaging;

/// <summary>From the vendor to the GP, followed to the AppRec.</summary>
public abstract class SendingJourneys(BackingKind backing) : NetworkJourney(backing)
{
    [Fact]
    public async Task Should_bring_a_plan_to_the_gp_with_its_attachments_and_follow_it_to_the_receipt()
    {
        await using var network = await OpenAsync(new NetworkPlan { Options = "attachments: pdf+xml, resendAfter: 30s, answerWithin: 60s" });

        var message = await network.FeedAsync(Events.Plan("plan-1", Events.People[0], "Gå til postkassen <hver> dag"));
        var delivery = await network.UntilDeliveryAsync(message, "both receipts taken and the send told of", d => d.Is("delivered") && d.Tells("digests equal") && d.Tells("awaitingReceipt"));

        var effect = Assert.Single(network.Gp.Ledger.Effects);
        Assert.Equal(("DIALOG_HELSEFAGLIG", Events.People[0].NationalId, "1"), (effect.Type, effect.Patient, effect.Answer));
        var document = MessageReader.Read(effect.Document).Message!;
        var dialog = DialogReader.Read(document.BusinessDocument!).Dialog!;
        Assert.Contains("Gå til postkassen <hver> dag", Assert.Single(dialog.Notater).TekstNotatInnhold!.ToPlain(), StringComparison.Ordinal);
        var attachments = Attachments.Of(document).Attachments;
        Assert.Equal(["application/pdf", "application/xml"], attachments.Select(a => a.MimeType).Order(StringComparer.Ordinal));
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(attachments.First(a => a.MimeType == "application/pdf").Bytes!.Value.Span), StringComparison.Ordinal);
        AssertTimeline(delivery);
        AssertNoFault(network);
    }

    // A receipt may be written before the outcome of its own send, and an AppRec before the acknowledgment; the times tell.
    private static void AssertTimeline(JsonElement delivery)
    {
        var steps = delivery.Steps();
        var all = string.Join(Environment.NewLine, steps);
        Assert.True(steps.Count == 4 && steps[0].StartsWith("mapped", StringComparison.Ordinal) && delivery.Tells("awaitingReceipt", "ebxml:"), all);
        Assert.True(delivery.Tells("mapped", "left out ", "SourceId: ", "Zones to ") && delivery.Tells("receipt", "Acknowledgment", "digests equal") && delivery.Tells("receipt AppRec", "status 1"), all);
        var times = delivery.GetProperty("timeline").EnumerateArray().Select(s => s.GetProperty("at").GetDateTimeOffset()).ToList();
        Assert.Equal(times.Order(), times);
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : SendingJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : SendingJourneys(BackingKind.Servers);
}
