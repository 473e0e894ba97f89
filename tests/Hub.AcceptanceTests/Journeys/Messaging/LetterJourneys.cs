using System.Net;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Gerica;
using Hub.Simulators.Messaging;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys.Messaging;

/// <summary>From the hospital to the journal and to the vendor, and the AppRec that its sender gets.</summary>
public abstract class LetterJourneys(BackingKind backing) : NetworkJourney(backing)
{
    private static readonly LetterPatient Ada = LetterPatient.Of(Events.People[0].NationalId, Events.People[0].Name);

    [Fact]
    public async Task Should_bring_every_heading_and_the_attachment_to_the_journal_and_answer_only_then()
    {
        await using var network = await OpenAsync();
        await network.Stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Unavailable, RetryAfterSeconds = 0 });

        var letter = network.Hospital.Letters.DischargeReport(NetworkPlan.Larvik, Ada);
        var id = await network.Hospital.SendAsync(letter, NetworkPlan.Larvik.ServiceHer);
        var sent = await network.UntilSentAsync(network.Hospital, id, "acknowledged", s => s.IsDelivered);
        var message = await network.MessageOfAsync(letter.DocumentId);
        await network.UntilRouteAsync(message, "letters", "tried in vain", d => d.Tells("attemptFailed") || d.GetProperty("attempts").GetInt32() > 0);
        Assert.Equal(LetterAnswer.Waiting, network.Hospital.Ledger.FindSent(id)!.Answer);

        await network.Stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        sent = await network.UntilSentAsync(network.Hospital, id, "answered", s => s.Answer != LetterAnswer.Waiting);

        Assert.Equal(LetterAnswer.Accepted, sent.Answer);
        var effect = Assert.Single(network.Stage.Journal.Ledger.Effects);
        Assert.Equal(Ada.NationalId, effect.Patient);
        var texts = Texts(effect.Body!);
        foreach (var words in new[]
        {
            "Lungebetennelse hos pasient med kols.", "Behandlet med antibiotika intravenøst i tre døgn.", "SpO2 og puls daglig de første to ukene. Kontakt ved SpO2 under 88 %.",
            "Selvhjulpen i stell. Bruker nettbrett til målinger, trygg på utstyret.", "Hjemreise med drosje. Nettbrettet følger med.",
        })
            Assert.Contains(texts, t => t.Contains(words, StringComparison.Ordinal));
        Assert.Contains(texts, t => t.StartsWith("JVBERi", StringComparison.Ordinal));
        await network.Stage.DrainAsync();
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_tell_the_sender_that_the_journal_does_not_know_the_patient()
    {
        await using var network = await OpenAsync();
        await network.Stage.Journal.SetFaultsAsync(new FaultPlan { RejectPatients = [Ada.NationalId] });

        var id = await network.Hospital.SendAsync(network.Hospital.Letters.DischargeReport(NetworkPlan.Larvik, Ada), NetworkPlan.Larvik.ServiceHer);
        var sent = await network.UntilSentAsync(network.Hospital, id, "answered", s => s.Answer != LetterAnswer.Waiting);

        Assert.Equal(LetterAnswer.Rejected, sent.Answer);
        Assert.Equal(["E35"], sent.Codes);
        Assert.Empty(network.Stage.Journal.Ledger.Effects);
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_answer_at_the_deadline_when_the_journal_is_down_for_longer()
    {
        await using var network = await OpenAsync(new NetworkPlan { AnswerWithin = "3s" });
        await network.Stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Unavailable, RetryAfterSeconds = 0 });

        var id = await network.Hospital.SendAsync(network.Hospital.Letters.DischargeReport(NetworkPlan.Larvik, Ada), NetworkPlan.Larvik.ServiceHer);
        var sent = await network.UntilSentAsync(network.Hospital, id, "answered", s => s.Answer != LetterAnswer.Waiting);
        Assert.Equal(LetterAnswer.Accepted, sent.Answer);
        Assert.Empty(network.Stage.Journal.Ledger.Effects);

        await network.Stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        await network.Stage.DrainAsync();
        Assert.Single(network.Stage.Journal.Ledger.Effects);
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_answer_at_once_where_the_tenant_says_that_the_hub_answers()
    {
        await using var network = await OpenAsync(new NetworkPlan { Answers = "hub" });
        await network.Stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Unavailable, RetryAfterSeconds = 0 });

        var id = await network.Hospital.SendAsync(network.Hospital.Letters.DischargeReport(NetworkPlan.Larvik, Ada), NetworkPlan.Larvik.ServiceHer);
        var sent = await network.UntilSentAsync(network.Hospital, id, "answered", s => s.Answer != LetterAnswer.Waiting);

        Assert.Equal(LetterAnswer.Accepted, sent.Answer);
        Assert.Empty(network.Stage.Journal.Ledger.Effects);
        await network.Stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        await network.Stage.DrainAsync();
        Assert.Single(network.Stage.Journal.Ledger.Effects);
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_pause_follow_up_at_admission_and_resume_it_at_discharge()
    {
        await using var network = await OpenAsync();
        var admitted = network.Hospital.Letters.Admitted(NetworkPlan.Larvik, Ada);
        await network.Hospital.SendAsync(admitted, NetworkPlan.Larvik.ServiceHer);
        await Wait.UntilAsync("follow-up paused", Network.Patience, () => network.Vendor.Ledger.StateOf(Ada.NationalId) == "paused", network.Stage.Logs);

        var id = await network.Hospital.SendAsync(network.Hospital.Letters.Discharged(NetworkPlan.Larvik, Ada, admitted.Head), NetworkPlan.Larvik.ServiceHer);
        await Wait.UntilAsync("follow-up resumed", Network.Patience, () => network.Vendor.Ledger.StateOf(Ada.NationalId) == "included", network.Stage.Logs);

        Assert.Equal(LetterAnswer.Accepted, (await network.UntilSentAsync(network.Hospital, id, "answered", s => s.IsFinal)).Answer);
        await network.Stage.DrainAsync();
        Assert.Equal(["paused", "included"], network.Vendor.Ledger.Events.Select(e => e.State));
        Assert.Equal((0, 0), (network.Vendor.Ledger.Conflicts, network.Vendor.Ledger.Refused));
        Assert.Equal(2, network.Stage.Journal.Ledger.Count);
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_answer_a_dialogue_of_the_old_version_in_the_old_version_and_a_ping_and_a_question_for_the_status()
    {
        await using var network = await OpenAsync();
        var id = await network.Gp.SendAsync(network.Gp.Letters.Request(NetworkPlan.Larvik, Ada, "Hvordan går det <egentlig>?"), NetworkPlan.Larvik.ServiceHer);
        var sent = await network.UntilSentAsync(network.Gp, id, "answered", s => s.IsFinal);
        Assert.Equal(LetterAnswer.Accepted, sent.Answer);
        Assert.Contains(Texts(Assert.Single(network.Stage.Journal.Ledger.Effects).Body!), t => t.Contains("Hvordan går det <egentlig>?", StringComparison.Ordinal));

        await network.Gp.PingAsync(NetworkPlan.Larvik.ServiceHer);
        await network.Gp.AskStatusAsync(NetworkPlan.Larvik.ServiceHer, id);
        Assert.True(await network.Gp.Ledger.WaitAsync(l => l.Signals is { Pongs: 1, Statuses: 1 }, Network.Patience), network.Gp.Ledger.Signals.ToString());
        Assert.Equal(Hub.Ebxml.Envelope.MessageStatus.Processed, network.Gp.Ledger.StatusOf(id));
        AssertNoFault(network);
    }

    // Every text of a document, as people read it: JSON escapes and XHTML undone.
    private static List<string> Texts(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var texts = new List<string>();
        Walk(json.RootElement, texts);
        return texts;
    }

    private static void Walk(JsonElement element, List<string> texts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                texts.Add(WebUtility.HtmlDecode(element.GetString()!));
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Walk(item, texts);
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    Walk(property.Value, texts);
                break;
        }
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : LetterJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : LetterJourneys(BackingKind.Servers);
}
