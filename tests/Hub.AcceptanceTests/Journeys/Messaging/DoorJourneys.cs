using System.Net;
using System.Text;
using Hub.AcceptanceTests.Staging;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Transport;
using Hub.Simulators.Messaging;
using Xunit;

namespace Hub.AcceptanceTests.Journeys.Messaging;

/// <summary>What must not come in does not, whatever it looks like, and everybody else is served meanwhile.</summary>
public abstract class DoorJourneys(BackingKind backing) : NetworkJourney(backing)
{
    private static readonly LetterPatient Ada = LetterPatient.Of(Events.People[0].NationalId, Events.People[0].Name);

    // Sent by nobody that the tenant knows: there is no address to answer to.
    private static readonly Forgery[] Strangers = [Forgery.OtherSender];

    [Fact]
    public async Task Should_take_nothing_in_that_is_forged_and_go_on_serving_others()
    {
        await using var network = await OpenAsync();
        var first = await DeliverAsync(network);

        var forged = new List<ForgedMessage>();
        foreach (var kind in Forgeries.All.Where(f => !f.MayBeAcknowledged()))
        {
            var letter = network.Hospital.Letters.DischargeReport(NetworkPlan.Larvik, Ada);
            forged.Add(await network.Hospital.ForgeAsync(kind, letter, NetworkPlan.Larvik.ServiceHer, NetworkKeys.Issuer, first));
        }

        foreach (var stranger in forged.Where(f => Strangers.Contains(f.Kind)))
            Assert.True(stranger.Outcome is NotTaken, $"{stranger}");
        // Each of the others has got its refusal: signed, on its own connection, or as a fault of the envelope itself.
        var answered = forged.Where(f => !Strangers.Contains(f.Kind)).ToList();
        await network.UntilSeenAsync("every forgery answered", _ => Answered(answered, network));
        await DeliverAsync(network);
        await network.Stage.DrainAsync();

        Assert.Equal(2, network.Stage.Journal.Ledger.Count);
        Assert.Equal(2, (await network.Stage.Operator.LedgerAsync()).Messages);
        // What was meant for somebody else is answered in the hub's own name, and a changed agreement is echoed: the counterpart remarks on both.
        Assert.Empty(network.FaultsBut([.. forged.Where(f => f.Kind is Forgery.OtherReceiver or Forgery.ChangedEnvelope).Select(f => f.MessageId)]));
    }

    [Fact]
    public async Task Should_take_a_replay_in_no_second_time()
    {
        await using var network = await OpenAsync();
        var letter = network.Hospital.Letters.DischargeReport(NetworkPlan.Larvik, Ada);
        var id = await network.Hospital.SendAsync(letter, NetworkPlan.Larvik.ServiceHer);
        await network.UntilSentAsync(network.Hospital, id, "answered", s => s.IsFinal);
        var answer = Assert.Single(network.Came("Acknowledgment"));

        await network.Hospital.ForgeAsync(Forgery.Replay, letter, NetworkPlan.Larvik.ServiceHer, NetworkKeys.Issuer, id);
        await network.UntilSeenAsync("the stored answer again", _ => network.Came("Acknowledgment").Count == 2);
        Assert.True(answer.Mime.Body.Span.SequenceEqual(network.Came("Acknowledgment")[1].Mime.Body.Span), "the same answer, byte for byte");
        await network.Hospital.ForgeAsync(Forgery.ReplayInNewEnvelope, letter, NetworkPlan.Larvik.ServiceHer, NetworkKeys.Issuer, id);
        await network.UntilSeenAsync("the second envelope acknowledged", _ => network.Came("Acknowledgment").Count == 3);
        await network.Stage.DrainAsync();

        Assert.Single(network.Stage.Journal.Ledger.Effects);
        Assert.Single(network.Came("APPREC"));
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_refuse_a_certificate_that_was_called_back()
    {
        await using var network = await OpenAsync(new NetworkPlan { Revocation = true });
        var letter = network.Neighbour!.Letters.DischargeReport(NetworkPlan.Larvik, Ada);
        var id = await network.Neighbour.SendAsync(letter, NetworkPlan.Larvik.ServiceHer);
        var sent = await network.UntilSentAsync(network.Neighbour, id, "refused", s => s.Phase == Hub.Ebxml.Reliability.SentPhase.Refused);

        Assert.False(sent.IsDelivered);
        await DeliverAsync(network);
        await network.Stage.DrainAsync();
        Assert.Single(network.Stage.Journal.Ledger.Effects);
    }

    [Fact]
    public async Task Should_turn_away_a_stranger_and_what_is_no_message_at_all()
    {
        await using var network = await OpenAsync();
        var party = CounterpartParty.Municipality with { ServiceHer = 8800401, EnterpriseHer = 8800400 };
        await using var stranger = await CounterpartServer.StartAsync(new CounterpartOptions { Party = party, Keys = NetworkKeys.Of(party), Peers = [network.Peer(NetworkPlan.Larvik, "larvik")] });
        var forged = await stranger.ForgeAsync(Forgery.OtherKey, stranger.Letters.DischargeReport(NetworkPlan.Larvik, Ada), NetworkPlan.Larvik.ServiceHer, NetworkKeys.Issuer);
        Assert.IsType<NotTaken>(forged.Outcome);

        foreach (var (body, status) in new (byte[], HttpStatusCode)[]
        {
            (new byte[20 * 1024 * 1024], HttpStatusCode.RequestEntityTooLarge),
            ([], HttpStatusCode.BadRequest),
            (Encoding.UTF8.GetBytes("Hei på deg"), HttpStatusCode.BadRequest),
            (Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), HttpStatusCode.BadRequest),
            (Encoding.UTF8.GetBytes("<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header/><soap:Body/></soap:Envelope>"), HttpStatusCode.BadRequest),
            (Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 10_000))), HttpStatusCode.BadRequest),
        })
        {
            using var answer = await network.CarryAsync(new MimeMessage("text/xml; charset=UTF-8", null, body));
            Assert.True(answer.StatusCode == status, $"{body.Length} bytes: {answer.StatusCode}");
        }

        using (var unknown = await network.CarryAsync(new MimeMessage("text/xml", null, "<a/>"u8.ToArray()), "nobody"))
            Assert.Equal(HttpStatusCode.Forbidden, unknown.StatusCode);
        await DeliverAsync(network);
        await network.Stage.DrainAsync();
        Assert.Equal(1, (await network.Stage.Operator.LedgerAsync()).Messages);
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_not_take_a_message_for_one_tenant_in_at_anothers_address()
    {
        await using var network = await OpenAsync(new NetworkPlan { TwoTenants = true });
        network.Hospital.Know(network.Peer(NetworkPlan.Larvik, "skien"));
        var astray = await network.Hospital.SendAsync(network.Hospital.Letters.DischargeReport(NetworkPlan.Larvik, Ada), NetworkPlan.Larvik.ServiceHer);
        await network.UntilSeenAsync("refused", _ => network.Errors.Count > 0);

        // Each tenant answers in its own name.
        Assert.Equal((NetworkPlan.Skien.ServiceHer, astray), (network.Errors[0].From.Her, network.Errors[0].RefToMessageId));
        Assert.False(network.Hospital.Ledger.FindSent(astray)!.IsDelivered);
        var skien = await network.Hospital.SendAsync(network.Hospital.Letters.DischargeReport(NetworkPlan.Skien, Ada), NetworkPlan.Skien.ServiceHer);
        await network.UntilSentAsync(network.Hospital, skien, "answered", s => s.Answer == LetterAnswer.Accepted);
        Assert.Equal("skien", Assert.Single(network.Stage.Journal.Ledger.Effects).Client);
        Assert.Equal(0, (await network.Stage.Operator.LedgerAsync("larvik")).Messages);
        Assert.Empty(network.FaultsBut(astray));
    }

    private static async Task<string> DeliverAsync(Network network)
    {
        var id = await network.Hospital.SendAsync(network.Hospital.Letters.DischargeReport(NetworkPlan.Larvik, Ada), NetworkPlan.Larvik.ServiceHer);
        await network.UntilSentAsync(network.Hospital, id, "answered", s => s.Answer == LetterAnswer.Accepted);
        return id;
    }

    private static bool Answered(IEnumerable<ForgedMessage> forged, Network network)
    {
        var errors = network.Errors.Select(h => h.RefToMessageId).ToHashSet();
        return forged.All(f => f.Outcome is NotTaken || errors.Contains(f.MessageId));
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : DoorJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : DoorJourneys(BackingKind.Servers);
}
