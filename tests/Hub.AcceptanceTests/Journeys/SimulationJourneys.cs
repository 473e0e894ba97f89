using System.Net;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Core.Storage;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>What a changed tenant file would do to what has come in, to the number; and nothing of it is done.</summary>
public abstract class SimulationJourneys(BackingKind backing) : Journey(backing)
{
    private const string Profil = """  profil: { adapter: profil, url: "http://127.0.0.1:9", timeout: 1s, auth: { kind: clientCredentials, clientId: hub, secret: "env:STAGE_SECRET" }, options: { noteTypes: "note=101", apiVersion: "4.2" } }""";
    private const string Routes = """
          - { name: values, content: measurement, to: journal, as: fhir.observation, retry: { schedule: fast } }
          - { name: words, content: note, to: profil, as: profil.document, retry: { schedule: fast } }
        """;

    private static readonly Municipality Larvik = Municipality.Larvik with { Partners = Profil, Routes = Routes };

    [Fact]
    public async Task Should_tell_documents_that_an_option_changes_from_those_that_stay()
    {
        await using var stage = await FilledAsync();
        var changed = await SimulateAsync(stage, File(stage).Replace("note=101", "note=135", StringComparison.Ordinal));

        Assert.Equal(5, changed.GetProperty("messages").GetInt32());
        Assert.Equal("same 3", Counts(changed, "values"));
        Assert.Equal("changed 2", Counts(changed, "words"));
        Assert.Equal(["changed words profil", "changed words profil"], Examples(changed));

        // The order of the file is none of the documents' business.
        Assert.Equal(["same 3", "same 2"], await SimulateAsync(stage, File(stage).Replace("timeout: 1s, auth: { kind: clientCredentials, clientId: hub,", "timeout: 2s, auth: { clientId: hub, kind: clientCredentials,", StringComparison.Ordinal)) is var same ? [Counts(same, "values"), Counts(same, "words")] : []);
    }

    [Fact]
    public async Task Should_tell_routes_that_are_renamed_gained_lost_and_broken()
    {
        await using var stage = await FilledAsync();
        var renamed = await SimulateAsync(stage, File(stage).Replace("name: values", "name: numbers", StringComparison.Ordinal));
        Assert.Equal(("gained 3", "lost 3", "same 2"), (Counts(renamed, "numbers"), Counts(renamed, "values"), Counts(renamed, "words")));

        var gained = await SimulateAsync(stage, File(stage).Replace("name: words, content: note,", "name: words, content: note, when: { triage: [red] },", StringComparison.Ordinal).Replace("routes:\n", "routes:\n  - { name: copies, content: measurement, to: profil, as: profil.document }\n", StringComparison.Ordinal));
        Assert.Equal(("gained 3", "same 3", "lost 1 same 1"), (Counts(gained, "copies"), Counts(gained, "values"), Counts(gained, "words")));
    }

    [Fact]
    public async Task Should_name_file_and_line_of_a_configuration_that_is_broken()
    {
        await using var stage = await FilledAsync();
        var lines = File(stage).Split('\n');
        var line = Array.FindIndex(lines, l => l.Contains("name: words", StringComparison.Ordinal)) + 1;
        var (status, body) = await stage.Operator.SendAsync(HttpMethod.Post, "simulate", new { tenant = "larvik", file = File(stage).Replace("to: profil", "to: nobody", StringComparison.Ordinal) });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains($"tenants/larvik.yaml:{line}", body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await stage.Operator.SendAsync(HttpMethod.Post, "simulate", new { tenant = "larvik", file = "tenant: larvik\npartners: [" })).Status);
    }

    [Fact]
    public async Task Should_tell_messages_that_would_be_refused_and_skip_those_that_retention_has_taken()
    {
        await using var stage = await FilledAsync();
        var refused = await SimulateAsync(stage, File(stage).Replace("  feed: { adapter: dignio,", "  feed: { adapter: vkp,", StringComparison.Ordinal));
        Assert.Equal((5, 5, 0), (refused.GetProperty("messages").GetInt32(), refused.GetProperty("refused").GetInt32(), refused.GetProperty("skipped").GetInt32()));
        Assert.StartsWith("HUB-", refused.GetProperty("examples")[0].GetProperty("code").GetString(), StringComparison.Ordinal);

        // The values have arrived, the notes wait for a partner that is down: retention takes the first and must leave the others.
        var progress = await stage.Store.DeleteBodiesAsync(new RetentionStep("larvik", DateTimeOffset.UtcNow.AddHours(1), 0, [], 100), TestContext.Current.CancellationToken);
        Assert.Equal(3, progress.Deleted);
        var rest = await SimulateAsync(stage, File(stage));
        Assert.Equal((2, 3, "same 2"), (rest.GetProperty("messages").GetInt32(), rest.GetProperty("skipped").GetInt32(), Counts(rest, "words")));
    }

    [Fact]
    public async Task Should_send_nothing_and_store_nothing_but_that_it_was_asked()
    {
        await using var stage = await FilledAsync();
        var (sent, ledger, messages, audit) = (stage.Journal.Ledger.Count, await stage.Operator.LedgerAsync(), (await stage.Operator.MessagesAsync()).Select(m => m.GetProperty("id").GetString()).ToList(), await stage.AuditAsync());
        var moved = await SimulateAsync(stage, File(stage).Replace("to: profil, as: profil.document", "to: journal, as: journal.note", StringComparison.Ordinal));
        Assert.Equal(("gained 2", "lost 2"), (Counts(moved, "words", "journal"), Counts(moved, "words", "profil")));

        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        Assert.Equal((sent, ledger), (stage.Journal.Ledger.Count, await stage.Operator.LedgerAsync()));
        Assert.Equal(messages, (await stage.Operator.MessagesAsync()).Select(m => m.GetProperty("id").GetString()));
        var asked = Assert.Single((await stage.Operator.GetAsync("audit?action=config.simulate")).GetProperty("entries").EnumerateArray());
        Assert.Equal("larvik", asked.GetProperty("tenant").GetString());
        Assert.True(await stage.AuditAsync() > audit);
        Assert.Empty((await stage.Operator.GetAsync("snapshots?tenant=larvik")).GetProperty("snapshots").EnumerateArray().Skip(1));
    }

    private async Task<Stage> FilledAsync()
    {
        var stage = await OpenAsync(Larvik);
        var feed = stage.Caller(Larvik.Feed);
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(Larvik, Events.Pulse($"p-{i}", Events.People[i], 60 + i))).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(Larvik, Events.ClosingNote("n-0", Events.People[0], Core.Content.Triage.Red, "Ringte. Alt vel."))).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(Larvik, Events.ClosingNote("n-1", Events.People[1], Core.Content.Triage.Yellow, "Ringte. Alt vel."))).Status);
        await Wait.UntilAsync("the values have arrived", TimeSpan.FromSeconds(20), () => stage.Journal.Ledger.Count == 3, stage.Logs);
        await stage.DrainAsync(2);
        return stage;
    }

    private static string File(Stage stage) => System.IO.File.ReadAllText(Path.Combine(stage.Config, "tenants", "larvik.yaml"));

    private static async Task<JsonElement> SimulateAsync(Stage stage, string file)
    {
        var (status, body) = await stage.Operator.SendAsync(HttpMethod.Post, "simulate", new { tenant = "larvik", file, since = "1d" });
        Assert.True(status == HttpStatusCode.OK, body.GetRawText());
        foreach (var person in Events.People)
            Assert.DoesNotContain(person.NationalId, body.GetRawText(), StringComparison.Ordinal);
        return body;
    }

    // What becomes of how many messages, without what becomes of none.
    private static string Counts(JsonElement report, string route, string? partner = null) => string.Join(
        ' ',
        report.GetProperty("routes").EnumerateArray().Single(r => r.GetProperty("route").GetString() == route && (partner is null || r.GetProperty("partner").GetString() == partner))
            .EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Number && p.Value.GetInt32() > 0).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name} {p.Value}"));

    private static IEnumerable<string> Examples(JsonElement report) => report.GetProperty("examples").EnumerateArray()
        .Select(e => string.Join(' ', new[] { "change", "route", "partner" }.Select(n => e.GetProperty(n).GetString())));

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : SimulationJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : SimulationJourneys(BackingKind.Servers);
}
