using System.Net;
using System.Text;
using Hub.AcceptanceTests.Staging;
using Hub.Core.Content;
using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>What a hub says of itself names nobody.</summary>
public abstract class PrivacyJourneys(BackingKind backing) : Journey(backing)
{
    private const string Confided = "Pasienten er redd for fremtiden";

    [Fact]
    public async Task Should_let_no_name_id_or_text_out_into_logs_metrics_errors_views_or_files()
    {
        await using var stage = await OpenAsync();
        await MakeNoiseAsync(stage);
        Whisper.AssertSilent(await Whisper.CaptureAsync(stage), [.. Secrets()]);
    }

    // Everything that makes a hub talk: success, refusals of every kind, a partner that complains and one that is gone.
    private static async Task MakeNoiseAsync(Stage stage)
    {
        var larvik = Municipality.Larvik;
        var feed = stage.Caller(larvik.Feed);
        var person = Events.People[0];
        await feed.SendAsync(larvik, Events.Pulse("fine", person, 70));
        await feed.SendAsync(larvik, Events.ClosingNote("note", person, Triage.Red, Confided));
        await feed.SendAsync(larvik, Events.Pulse("implausible", person, 7000));
        await feed.SendAsync(larvik, Events.Pulse("fine", person, 71));
        await feed.SendAsync(larvik, Events.Pulse("wrong-id", person with { NationalId = person.NationalId[..10] + (char)('0' + ((person.NationalId[10] - '0' + 1) % 10)) }, 70));
        await feed.SendAsync(larvik, Events.Pulse("short-id", person with { NationalId = person.NationalId[..10] }, 70));
        await feed.PostAsync("in/larvik/feed", Cut(Events.Pulse("cut", person, 70)), "application/json");
        await feed.PostAsync("in/larvik/feed", Encoding.UTF8.GetBytes($$"""{"{{person.NationalId}}":"{{person.Name}}","eventId":"odd","type":"{{person.Name}}"}"""), "application/json");
        await stage.Caller(larvik.Strict).PostAsync($"epj/r4/{larvik.Orgnr}/bundle", Encoding.UTF8.GetBytes($$"""{"resourceType":"Bundle","type":"{{person.Name}}","entry":"{{person.NationalId}}"}"""), "application/fhir+json");
        await stage.Journal.SetFaultsAsync(new FaultPlan { RejectPatients = [Events.People[1].NationalId], PoisonPatients = [Events.People[2].NationalId] });
        await feed.SendAsync(larvik, Events.Pulse("refused", Events.People[1], 70));
        await feed.SendAsync(larvik, Events.Pulse("poison", Events.People[2], 70));
        await stage.DrainAsync(pending: 1);
        await stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        await stage.DrainAsync();
        await stage.Operator.ConsentAsync(larvik.Name, person.NationalId, "share", granted: true);
        await stage.Operator.ConsentAsync(larvik.Name, person.NationalId[..10], "share", granted: true);
        Assert.Contains(stage.Heard, a => a.Status == HttpStatusCode.Accepted);
        Assert.Contains(stage.Heard, a => a.Status == HttpStatusCode.BadRequest);
    }

    private static IEnumerable<string> Secrets() =>
        Events.People.Take(3).SelectMany(p => new[] { p.NationalId, p.NationalId[..10], p.Name }).Append(Confided);

    private static byte[] Cut(FeedEvent e)
    {
        var whole = DignioJson.Write(e);
        return whole[..(whole.Length - 20)].ToArray();
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : PrivacyJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : PrivacyJourneys(BackingKind.Servers);
}
