using System.Net;
using Hub.AcceptanceTests.Staging;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Reliability;
using Hub.Ebxml.Signing;
using Hub.Simulators.Messaging;
using Xunit;

namespace Hub.AcceptanceTests.Journeys.Messaging;

/// <summary>Receipts that say no: each ends the delivery with its own code, and says on the timeline why.</summary>
public abstract class RefusalJourneys(BackingKind backing) : NetworkJourney(backing)
{
    [Fact]
    public async Task Should_dead_letter_what_the_receivers_system_rejects_and_send_a_new_message_when_it_is_mapped_again()
    {
        await using var network = await OpenAsync();
        network.Gp.Faults = new MessagingFaults { UnknownPatients = [Events.People[0].NationalId] };

        var message = await network.FeedAsync(Events.Plan("rejected", Events.People[0]));
        var dead = await network.UntilDeliveryAsync(message, "rejected", d => d.Is("deadLettered"));
        Assert.Equal("HUB-DELIVERY-013", Timelines.Of(dead, "error"));
        Assert.True(dead.Tells("HUB-DELIVERY-013", "E35"), string.Join(Environment.NewLine, dead.Steps()));

        network.Gp.Faults = MessagingFaults.None;
        Assert.Equal(HttpStatusCode.OK, await network.Stage.Operator.ActAsync($"deliveries/{Timelines.Of(dead, "id")}/remap"));
        await network.UntilDeliveryAsync(message, "delivered", d => d.Is("delivered"));

        var effects = network.Gp.Ledger.Effects;
        Assert.Equal(["2", "1"], effects.Select(e => e.Answer));
        Assert.NotEqual(effects[0].MsgId, effects[1].MsgId);
        Assert.NotEqual(effects[0].MessageId, effects[1].MessageId);
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_dead_letter_what_the_receivers_message_service_refuses()
    {
        await using var network = await OpenAsync();
        network.Gp.Faults = new MessagingFaults { ErrorRate = 1, ErrorCode = ErrorCodes.SecurityFailure };

        var message = await network.FeedAsync(Events.Plan("refused", Events.People[0]));
        var dead = await network.UntilDeliveryAsync(message, "refused", d => d.Is("deadLettered"));

        Assert.Equal("HUB-DELIVERY-011", Timelines.Of(dead, "error"));
        Assert.True(dead.Tells("receipt", "MessageError", "SecurityFailure"), string.Join(Environment.NewLine, dead.Steps()));
        Assert.Empty(network.Gp.Ledger.Effects);
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_not_believe_an_acknowledgment_of_other_bytes()
    {
        await using var network = await OpenAsync();
        network.Gp.Faults = new MessagingFaults { WrongDigestRate = 1, SilentRate = 1 };

        var message = await network.FeedAsync(Events.Plan("other-digests", Events.People[0]));
        var dead = await network.UntilDeliveryAsync(message, "not believed", d => d.Is("deadLettered"));

        Assert.Equal("HUB-DELIVERY-012", Timelines.Of(dead, "error"));
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_count_a_warning_as_delivered()
    {
        await using var network = await OpenAsync();
        network.Gp.Faults = new MessagingFaults { LoseOutgoingRate = 1 };
        var message = await network.FeedAsync(Events.Plan("warned", Events.People[0]));
        await network.UntilSeenAsync("the plan and its answers", _ => network.Made("APPREC").Count == 1);

        (await network.CarryAsync(Warning(network))).Dispose();
        var waiting = await network.UntilDeliveryAsync(message, "the warning taken", d => d.Tells("receipt", "MessageError", "warnings"));
        Assert.True(waiting.Is("awaitingReceipt"), "a warning is no refusal");
        (await network.CarryAsync(network.Made("APPREC")[0].Mime)).Dispose();
        await network.UntilDeliveryAsync(message, "delivered", d => d.Is("delivered"));
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_take_no_notice_of_a_receipt_from_somebody_it_was_not_sent_to()
    {
        await using var network = await OpenAsync();
        network.Gp.Faults = new MessagingFaults { LoseOutgoingRate = 1 };
        var message = await network.FeedAsync(Events.Plan("not-yours", Events.People[0]));
        await network.UntilSeenAsync("the plan and its answers", _ => network.Made("APPREC").Count == 1);

        var sent = IncomingMessage.Read(network.Came("DIALOG_HELSEFAGLIG")[0].Mime.Body, network.Came("DIALOG_HELSEFAGLIG")[0].Mime.ContentType).Message!.Header;
        var error = new ErrorListBody(ErrorSeverity.Error, [new MessageError(ErrorCodes.SecurityFailure, ErrorSeverity.Error, null, "No.")]);
        var forged = Answers.To(sent, error, Guid.NewGuid().ToString(), DateTimeOffset.UtcNow);
        forged = forged with { Header = forged.Header with { From = Party.OfHer(CounterpartParty.Hospital.ServiceHer, forged.Header.From.Role) } };
        using (var signer = new MessageSigner(network.Hospital.Keys.Signing))
            (await network.CarryAsync(OutgoingMessage.Seal(forged, [], new SealOptions { Signer = signer }).Mime)).Dispose();
        foreach (var action in new[] { "Acknowledgment", "APPREC" })
            (await network.CarryAsync(network.Made(action)[0].Mime)).Dispose();
        var delivery = await network.UntilDeliveryAsync(message, "delivered", d => d.Is("delivered"));

        Assert.False(delivery.Tells("MessageError"), string.Join(Environment.NewLine, delivery.Steps()));
        AssertNoFault(network);
    }

    private static Hub.Ebxml.Mime.MimeMessage Warning(Network network)
    {
        var came = network.Came("DIALOG_HELSEFAGLIG")[0].Mime;
        var sent = IncomingMessage.Read(came.Body, came.ContentType).Message!.Header;
        var body = new ErrorListBody(ErrorSeverity.Warning, [new MessageError(ErrorCodes.NotSupported, ErrorSeverity.Warning, null, "Taken all the same.")]);
        using var signer = new MessageSigner(network.Gp.Keys.Signing);
        return OutgoingMessage.Seal(Answers.To(sent, body, Guid.NewGuid().ToString(), DateTimeOffset.UtcNow), [], new SealOptions { Signer = signer }).Mime;
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : RefusalJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : RefusalJourneys(BackingKind.Servers);
}
