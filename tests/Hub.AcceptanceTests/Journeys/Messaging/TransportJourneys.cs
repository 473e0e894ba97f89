using System.Text;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Messaging;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys.Messaging;

/// <summary>The same exchange over mail, and with the answer on the same connection.</summary>
public abstract class TransportJourneys(BackingKind backing) : NetworkJourney(backing)
{
    private static readonly LetterPatient Ada = LetterPatient.Of(Events.People[0].NationalId, Events.People[0].Name);

    [Fact]
    public async Task Should_exchange_messages_over_mail_both_ways()
    {
        await using var network = await OpenAsync(new NetworkPlan { Mail = true });
        var message = await network.FeedAsync(Events.Plan("by-mail", Events.People[0], "Gå tur – helst før klokka åtte"));
        var id = await network.Hospital.SendAsync(network.Hospital.Letters.DischargeReport(NetworkPlan.Larvik, Ada), NetworkPlan.Larvik.ServiceHer);

        var delivery = await network.UntilDeliveryAsync(message, "delivered", d => d.Is("delivered"));
        var sent = await network.UntilSentAsync(network.Hospital, id, "answered", s => s.IsFinal);

        Assert.True(delivery.Tells("receipt AppRec", "status 1"), string.Join(Environment.NewLine, delivery.Steps()));
        Assert.Equal((true, LetterAnswer.Accepted), (sent.IsDelivered, sent.Answer));
        await network.Stage.DrainAsync();
        Assert.Single(network.Gp.Ledger.Effects);
        Assert.Single(network.Stage.Journal.Ledger.Effects);
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_put_aside_mail_that_cannot_be_read_and_believe_no_bounce()
    {
        await using var network = await OpenAsync(new NetworkPlan { Mail = true });
        network.Gp.Faults = new MessagingFaults { SwallowRate = 1 };
        var message = await network.FeedAsync(Events.Plan("bounced", Events.People[0]));
        await network.UntilDeliveryAsync(message, "sent", d => d.Is("awaitingReceipt"));

        var box = network.Office!.Maildir(NetworkPlan.Larvik.EdiAddress);
        Put(box, "1.huge", "From: a@b.test\r\nTo: c@d.test\r\n\r\n" + new string('x', 15_000_000));
        Put(box, "2.spam", "From: a@b.test\r\nSubject: Kjøp nå\r\nContent-Type: text/plain\r\n\r\nBillig!\r\n");
        Put(box, "3.empty", "");
        Put(box, "4.bounce", Bounce());
        await Wait.UntilAsync("all four put aside", Network.Patience, () => Directory.Exists(Path.Combine(box, "quarantine")) && Directory.GetFiles(Path.Combine(box, "quarantine")).Length == 4, network.Stage.Logs);

        // A mail behind them is taken, and the bounced message waits for its receipt as before.
        var id = await network.Hospital.SendAsync(network.Hospital.Letters.DischargeReport(NetworkPlan.Larvik, Ada), NetworkPlan.Larvik.ServiceHer);
        await network.UntilSentAsync(network.Hospital, id, "answered", s => s.IsFinal);
        var delivery = await network.UntilDeliveryAsync(message, "still waiting", d => d.Is("awaitingReceipt"));
        Assert.DoesNotContain(delivery.Steps(), s => s.Contains("ounce", StringComparison.Ordinal));
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_exchange_messages_with_the_answer_on_the_same_connection()
    {
        await using var network = await OpenAsync(new NetworkPlan { Sync = true });
        var message = await network.FeedAsync(Events.Plan("sync", Events.People[0]));
        var id = await network.Hospital.SendAsync(network.Hospital.Letters.DischargeReport(NetworkPlan.Larvik, Ada), NetworkPlan.Larvik.ServiceHer);

        await network.UntilDeliveryAsync(message, "delivered", d => d.Is("delivered"));
        var sent = await network.UntilSentAsync(network.Hospital, id, "answered", s => s.IsFinal);

        Assert.Equal((true, LetterAnswer.Accepted, 1), (sent.IsDelivered, sent.Answer, sent.TimesSent));
        Assert.Single(network.Gp.Ledger.Effects);
        Assert.Single(network.Stage.Journal.Ledger.Effects);
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_send_again_when_the_connection_with_the_answer_is_cut_and_have_one_effect()
    {
        await using var network = await OpenAsync(new NetworkPlan { Sync = true });
        network.Gp.Faults = new MessagingFaults { LoseAnswerRate = 1 };
        var message = await network.FeedAsync(Events.Plan("cut", Events.People[0]));
        await network.UntilSeenAsync("sent twice", _ => network.Came("DIALOG_HELSEFAGLIG").Count >= 2);
        network.Gp.Faults = MessagingFaults.None;

        await network.UntilDeliveryAsync(message, "delivered", d => d.Is("delivered"));
        var came = network.Came("DIALOG_HELSEFAGLIG");
        Assert.All(came, again => Assert.True(came[0].Mime.Body.Span.SequenceEqual(again.Mime.Body.Span), "the same bytes"));
        Assert.Single(network.Gp.Ledger.Effects);
        AssertNoFault(network);
    }

    private static void Put(string box, string name, string mail)
    {
        var draft = Path.Combine(box, "tmp", name);
        File.WriteAllText(draft, mail, Encoding.Latin1);
        File.Move(draft, Path.Combine(box, "new", name));
    }

    private static string Bounce() => string.Join("\r\n",
        "From: MAILER-DAEMON@mail.test", "To: edi@larvik.test", "Subject: Undelivered Mail Returned to Sender", "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"", "", "--b", "Content-Type: text/plain", "", "It could not be delivered.",
        "--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mail.test", "", "Final-Recipient: rfc822; post@torget-legekontor.test", "Action: failed", "Status: 5.1.1", "", "--b--", "");

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : TransportJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : TransportJourneys(BackingKind.Servers);
}
