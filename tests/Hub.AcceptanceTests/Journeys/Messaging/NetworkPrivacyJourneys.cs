using System.Text;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Gerica;
using Hub.Simulators.Messaging;
using Xunit;

namespace Hub.AcceptanceTests.Journeys.Messaging;

/// <summary>What a hub says of itself names nobody who was written about on the message network either.</summary>
public abstract class NetworkPrivacyJourneys(BackingKind backing) : NetworkJourney(backing)
{
    private const string Confided = "Pasienten er redd for fremtiden";

    [Fact]
    public async Task Should_let_no_name_id_or_text_of_a_message_out_into_logs_metrics_errors_views_or_files()
    {
        await using var network = await OpenAsync(new NetworkPlan { AnswerWithin = "2s" });
        await MakeNoiseAsync(network);
        Whisper.AssertSilent(await Whisper.CaptureAsync(network.Stage), [.. Events.People.Take(4).SelectMany(p => new[] { p.NationalId, p.Name, p.Name.Split(' ')[^1] }), Confided, "Lungebetennelse"]);
    }

    // Everything that makes a hub talk: delivered, rejected, refused, unknown, unreadable, forged, failed.
    private static async Task MakeNoiseAsync(Network network)
    {
        var people = Events.People.Take(4).Select(p => LetterPatient.Of(p.NationalId, p.Name)).ToList();
        network.Gp.Faults = new MessagingFaults { UnknownPatients = [Events.People[1].NationalId] };
        await network.Stage.Journal.SetFaultsAsync(new FaultPlan { RejectPatients = [people[1].NationalId], PoisonPatients = [people[2].NationalId] });
        var messages = new List<string>();
        for (var i = 0; i < 2; i++)
            messages.Add(await network.FeedAsync(Events.Plan($"noise-{i}", Events.People[i], Confided)));
        var sent = new List<string>();
        foreach (var patient in people)
            sent.Add(await network.Hospital.SendAsync(network.Hospital.Letters.DischargeReport(NetworkPlan.Larvik, patient), NetworkPlan.Larvik.ServiceHer));
        sent.Add(await network.Hospital.SendAsync(network.Hospital.Letters.Admitted(NetworkPlan.Larvik, people[0]), NetworkPlan.Larvik.ServiceHer));
        sent.Add(await network.Hospital.SendAsync(network.Hospital.Letters.Dialogue(NetworkPlan.Larvik, people[0], Confided), NetworkPlan.Larvik.ServiceHer));
        foreach (var kind in new[] { Forgery.ChangedAttachment, Forgery.ForeignIssuer, Forgery.OtherReceiver, Forgery.OtherKey, Forgery.HeaderBefore })
            await network.Hospital.ForgeAsync(kind, network.Hospital.Letters.DischargeReport(NetworkPlan.Larvik, people[3]), NetworkPlan.Larvik.ServiceHer, NetworkKeys.Issuer);
        // Half a document, of which only the head can be read, and one that is none.
        var odd = network.Hospital.Letters.DischargeReport(NetworkPlan.Larvik, people[3]);
        sent.Add(await network.Hospital.SendAsync(odd with { Document = odd.Document[..(odd.Document.Length / 2)] }, NetworkPlan.Larvik.ServiceHer));
        var none = Encoding.UTF8.GetBytes($"<{people[3].FamilyName}>{people[3].NationalId}</a>");
        sent.Add(await network.Hospital.SendAsync(odd with { Document = none, DocumentId = "none" }, NetworkPlan.Larvik.ServiceHer));
        foreach (var id in sent)
            await network.UntilSentAsync(network.Hospital, id, "answered or refused", s => s.IsFinal);
        foreach (var message in messages)
            await network.UntilDeliveryAsync(message, "ended", d => d.Is("delivered") || d.Is("deadLettered"));
        await network.Stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        await network.Stage.DrainAsync();
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : NetworkPrivacyJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : NetworkPrivacyJourneys(BackingKind.Servers);
}
