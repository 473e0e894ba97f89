using System.Net;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>Somebody is told when something goes wrong, once, and once more when it is over.</summary>
public abstract class AlertJourneys(BackingKind backing) : Journey(backing)
{
    private const string Down = "partner-down/larvik/journal";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Should_walk_from_a_lost_partner_to_a_closed_alert()
    {
        await using var post = await AlertPost.OpenAsync();
        await using var stage = await OpenAsync(post, "partnerDown: 200ms");
        var feed = stage.Caller(Municipality.Larvik.Feed);
        Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(Municipality.Larvik, Events.Pulse("p-0", Events.People[0], 60))).Status);
        await stage.ArrivedAsync(1);

        await stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
        for (var i = 1; i <= 20; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(Municipality.Larvik, Events.Pulse($"p-{i}", Events.People[i % 4], 60 + i))).Status);
        await Wait.UntilAsync("the duty system is told", Patience, () => post.EventsOf(Down).Count > 0, stage.Logs);

        // What the runbook says to look at.
        var alert = (await stage.Operator.GetAsync("alerts?tenant=larvik")).GetProperty("alerts").EnumerateArray().Single(a => Text(a, "id") == Down);
        Assert.Equal(("critical", "ops/runbooks/partner-down.md"), (Text(alert, "severity"), Text(alert, "runbook")));
        Assert.Equal(("down", 20), await JournalAsync(stage));
        var one = await stage.Operator.GetAsync("partners/larvik/journal");
        Assert.Equal("attemptFailed", Text(one.GetProperty("attempts")[0], "step"));
        Assert.StartsWith("HUB-SEND-", Text(one, "lastError"), StringComparison.Ordinal);
        Assert.Empty((await stage.Operator.GetAsync("alerts?tenant=skien")).GetProperty("alerts").EnumerateArray());

        await stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        await stage.ArrivedAsync(21);
        await Wait.UntilAsync("the alert closes", Patience, () => post.EventsOf(Down) is [.., "closed"], stage.Logs);

        Assert.Equal(["opened", "closed"], post.EventsOf(Down));
        Assert.Equal(("ok", 0), await JournalAsync(stage));
        Assert.DoesNotContain((await stage.Operator.GetAsync("alerts")).GetProperty("alerts").EnumerateArray(), a => Text(a, "id") == Down);

        // Who did what.
        Assert.True(await stage.AuditAsync() > 0);
        var audit = (await stage.Operator.GetAsync("audit?tenant=larvik&limit=200")).GetProperty("entries").EnumerateArray()
            .Select(e => (Who: Text(e, "who"), Action: Text(e, "action"), Target: Text(e, "target"))).Reverse().ToList();
        Assert.Equal([("node:stage", "alert.open", Down), ("node:stage", "alert.close", Down)], audit.Where(e => e.Target == Down));
        Assert.Contains(("operator:stage", "partner.view", "journal"), audit);
        Assert.Contains(("operator:stage", "alert.list", (string?)null), audit);
    }

    [Fact]
    public async Task Should_tell_nothing_twice_over_a_restart_and_close_what_opened_before()
    {
        await using var post = await AlertPost.OpenAsync();
        await using var stage = await OpenAsync(post, "partnerDown: 200ms");
        await stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
        var feed = stage.Caller(Municipality.Larvik.Feed);
        for (var i = 0; i < 6; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(Municipality.Larvik, Events.Pulse($"p-{i}", Events.People[i], 60 + i))).Status);
        await Wait.UntilAsync("the duty system is told", Patience, () => post.EventsOf(Down).Count > 0, stage.Logs);

        await stage.RestartAsync();
        await Wait.UntilAsync("the circuit is open again", Patience, async () => (await JournalAsync(stage)).State == "down", stage.Logs);
        await stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        await stage.ArrivedAsync(6);
        await Wait.UntilAsync("the alert closes", Patience, () => post.EventsOf(Down) is [.., "closed"], stage.Logs);

        Assert.Equal(["opened", "closed"], post.EventsOf(Down));
    }

    /// <summary>The duty system has heard of it when the node stops; its answer comes while the node stops.</summary>
    [Fact]
    public async Task Should_remember_whom_it_told_while_it_was_told_to_stop()
    {
        await using var post = await AlertPost.OpenAsync();
        await using var stage = await OpenAsync(post, "partnerDown: 200ms");
        post.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
        var feed = stage.Caller(Municipality.Larvik.Feed);
        for (var i = 0; i < 6; i++)
            await feed.SendAsync(Municipality.Larvik, Events.Pulse($"p-{i}", Events.People[i], 60 + i));
        await Wait.UntilAsync("the duty system has heard", Patience, () => post.EventsOf(Down).Count > 0, stage.Logs);

        using var caller = new HttpClient { BaseAddress = stage.Http.BaseAddress };
        var restart = stage.RestartAsync();
        await Wait.UntilAsync("the node stops", Patience, async () =>
        {
            try
            {
                await caller.GetAsync(new Uri("health/live", UriKind.Relative));
                return false;
            }
            catch (HttpRequestException)
            {
                return true;
            }
        });
        post.Hold.SetResult();
        await restart;

        await stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        await stage.ArrivedAsync(6);
        await Wait.UntilAsync("the alert closes", Patience, () => post.EventsOf(Down) is [.., "closed"], stage.Logs);
        Assert.Equal(["opened", "closed"], post.EventsOf(Down));
    }

    [Fact]
    public async Task Should_tell_a_receiver_that_was_away_and_repeat_what_stays_open()
    {
        await using var post = await AlertPost.OpenAsync();
        post.Status = 503;
        await using var stage = await OpenAsync(post, "partnerDown: 200ms, repeatAfter: 500ms");
        await stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
        var feed = stage.Caller(Municipality.Larvik.Feed);
        for (var i = 0; i < 6; i++)
            await feed.SendAsync(Municipality.Larvik, Events.Pulse($"p-{i}", Events.People[i], 60 + i));
        await Wait.UntilAsync("the alert is open", Patience, async () => (await stage.Operator.GetAsync("alerts")).GetProperty("alerts").GetArrayLength() > 0, stage.Logs);
        Assert.Empty(post.Taken);

        post.Status = 200;
        await Wait.UntilAsync("the duty system is told again", Patience, () => post.EventsOf(Down) is ["opened", "repeated", ..], stage.Logs);
    }

    [Fact]
    public async Task Should_tell_of_a_partner_from_which_nothing_came()
    {
        const string Silent = "partner-silent/larvik/lateness";
        var key = TestKey.New("lateness");
        var expecting = Municipality.Larvik with { Partners = $"  lateness: {{ adapter: dignio, inbound: {{ keys: [\"{key.Hash}\"] }}, expects: 1s }}" };
        await using var post = await AlertPost.OpenAsync();
        await using var stage = await OpenAsync(post, "", expecting);

        await Wait.UntilAsync("the duty system is told", Patience, () => post.EventsOf(Silent) is ["opened"], stage.Logs);
        Assert.Equal("silent", Text(await stage.Operator.GetAsync("partners/larvik/lateness"), "state"));
        var n = 0;
        await Wait.UntilAsync(
            "the alert closes",
            Patience,
            async () =>
            {
                await stage.Caller(key).PostAsync("in/larvik/lateness", DignioJson.Write(Events.Pulse($"l-{n++}", Events.People[0], 60)), "application/json");
                return post.EventsOf(Silent) is ["opened", "closed"];
            },
            stage.Logs);
    }

    [Fact]
    public async Task Should_mail_an_alert_through_the_mail_program()
    {
        var folder = Directory.CreateTempSubdirectory("hub-mail-").FullName;
        var program = Path.Combine(folder, "sendmail");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nprintf '%s\\n' \"$@\" > {folder}/arguments\ncat > {folder}/part && mv {folder}/part {folder}/mail\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var post = await AlertPost.OpenAsync();
        await using var stage = await OpenAsync(post, $"partnerDown: 200ms, mail: {{ from: hub@larvik.example, to: drift@larvik.example, sendmail: {program} }}");
        await stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
        for (var i = 0; i < 6; i++)
            await stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Pulse($"p-{i}", Events.People[i], 60 + i));

        await Wait.UntilAsync("the mail is handed over", Patience, () => File.Exists(Path.Combine(folder, "mail")), stage.Logs);
        var mail = await File.ReadAllTextAsync(Path.Combine(folder, "mail"));
        Assert.Contains($"Subject: [hub critical] opened: {Down}\n", mail, StringComparison.Ordinal);
        Assert.Contains("Runbook  ops/runbooks/partner-down.md\n", mail, StringComparison.Ordinal);
        Assert.Equal(["-i", "-f", "hub@larvik.example", "--", "drift@larvik.example"], await File.ReadAllLinesAsync(Path.Combine(folder, "arguments")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Should_tell_in_norwegian_whom_it_is_asked_to()
    {
        var folder = Directory.CreateTempSubdirectory("hub-mail-").FullName;
        var program = Path.Combine(folder, "sendmail");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\ncat > {folder}/part && mv {folder}/part {folder}/mail\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var post = await AlertPost.OpenAsync();
        Environment.SetEnvironmentVariable("STAGE_ALERT_SECRET", AlertPost.Secret);
        await using var stage = await OpenAsync(
            $"alerts: {{ every: 50ms, calm: 200ms, partnerDown: 200ms, webhooks: [{{ name: vakt, url: \"{post.Url}\", secret: \"env:STAGE_ALERT_SECRET\", language: nb }}], mail: {{ from: hub@larvik.example, to: drift@larvik.example, sendmail: {program}, language: nb }} }}");
        await stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
        for (var i = 0; i < 6; i++)
            await stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Pulse($"p-{i}", Events.People[i], 60 + i));

        await Wait.UntilAsync("the duty system is told", Patience, () => post.EventsOf(Down).Count > 0, stage.Logs);
        Assert.Matches(@"^larvik/journal har vært nede siden \d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d norsk tid \(UTC\+0[12]:00\)", Text(post.Taken.First(t => Text(t, "id") == Down), "text"));
        await Wait.UntilAsync("the mail is handed over", Patience, () => File.Exists(Path.Combine(folder, "mail")), stage.Logs);
        var mail = await File.ReadAllBytesAsync(Path.Combine(folder, "mail"));
        Assert.DoesNotContain(mail, b => b > 126);
        var text = System.Text.Encoding.ASCII.GetString(mail);
        Assert.Contains("Subject: =?utf-8?Q?[hub_kritisk]_=C3=A5pnet:_partner-down/larvik/journa?=\n =?utf-8?Q?l?=\n", text, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n", text, StringComparison.Ordinal);
        Assert.Contains("\n\nlarvik/journal har v=C3=A6rt nede siden ", text, StringComparison.Ordinal);
        Assert.Contains("\nVeiledning  ops/runbooks/partner-down.md\n", text, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Should_tell_of_a_partner_whose_clock_is_off_until_it_is_right()
    {
        const string Off = "clock-skew/larvik/late";
        await using var late = await LateServer.StartAsync(TimeSpan.FromMinutes(-5));
        var with = Municipality.Larvik with
        {
            Partners = $"  late: {{ adapter: gerica, url: \"{late.Url}\", timeout: 2s, breaker: {{ failures: 1, probe: 50ms, maxProbe: 100ms }} }}",
            Routes = """  - { name: values, content: measurement, to: late, as: fhir.observation, retry: { delays: [50ms], giveUpAfter: 5m } }""",
        };
        await using var post = await AlertPost.OpenAsync();
        await using var stage = await OpenAsync(post, "", with);
        Assert.Equal(HttpStatusCode.Accepted, (await stage.Caller(with.Feed).SendAsync(with, Events.Pulse("p", Events.People[0], 60))).Status);

        await Wait.UntilAsync("the duty system is told", Patience, () => post.EventsOf(Off) is ["opened"], stage.Logs);
        Assert.Contains("300 s behind", Text(post.Taken.Single(t => Text(t, "id") == Off), "text"), StringComparison.Ordinal);
        Assert.InRange((await stage.Operator.GetAsync("partners/larvik/late")).GetProperty("clockAheadSeconds").GetDouble(), -302, -298);
        late.Ahead = TimeSpan.Zero;
        await Wait.UntilAsync("the alert closes", Patience, () => post.EventsOf(Off) is ["opened", "closed"], stage.Logs);
    }

    [Fact]
    public async Task Should_not_call_a_partner_slow_for_what_waits_on_a_route_that_somebody_paused()
    {
        await using var post = await AlertPost.OpenAsync();
        await using var stage = await OpenAsync(post, "queueAge: 300ms");
        Assert.Equal(HttpStatusCode.OK, (await stage.Operator.SendAsync(HttpMethod.Put, "pauses/larvik/routes/values", new { reason = "upgrade" })).Status);
        var feed = stage.Caller(Municipality.Larvik.Feed);
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(Municipality.Larvik, Events.Pulse($"p-{i}", Events.People[i], 60 + i))).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(Municipality.Larvik, Events.Chat("c-0", Events.People[0], "hei"))).Status);
        await stage.DrainAsync(3);

        JsonElement journal = default;
        await Wait.UntilAsync(
            "they have waited far too long",
            Patience,
            async () => (journal = await stage.Operator.GetAsync("partners/larvik/journal")).GetProperty("oldestWaitingAt").GetDateTimeOffset() < DateTimeOffset.UtcNow.AddSeconds(-1),
            stage.Logs);
        Assert.Equal(("ok", 3), (Text(journal, "state"), journal.GetProperty("waiting").GetInt32()));
        Assert.Equal(3, journal.GetProperty("waitingPaused").GetInt32());
        Assert.Empty(post.EventsOf("queue-age/larvik/journal"));

        Assert.Equal(HttpStatusCode.NoContent, (await stage.Operator.SendAsync(HttpMethod.Delete, "pauses/larvik/routes/values", new { reason = "done" })).Status);
        await stage.ArrivedAsync(4);
        Assert.False((await stage.Operator.GetAsync("partners/larvik/journal")).TryGetProperty("waitingPaused", out _));
    }

    private protected Task<Stage> OpenAsync(AlertPost post, string settings, params IReadOnlyList<Municipality> municipalities)
    {
        Environment.SetEnvironmentVariable("STAGE_ALERT_SECRET", AlertPost.Secret);
        return OpenAsync($"alerts: {{ every: 50ms, calm: 200ms, webhooks: [{{ name: duty, url: \"{post.Url}\", secret: \"env:STAGE_ALERT_SECRET\" }}]{(settings.Length > 0 ? $", {settings}" : "")} }}", municipalities);
    }

    private static async Task<(string? State, int Waiting)> JournalAsync(Stage stage)
    {
        var journal = (await stage.Operator.GetAsync("partners?tenant=larvik")).GetProperty("partners").EnumerateArray().Single(p => Text(p, "partner") == "journal");
        return (Text(journal, "state"), journal.GetProperty("waiting").GetInt32());
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : AlertJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : AlertJourneys(BackingKind.Servers)
    {
        [Fact]
        public async Task Should_tell_once_over_several_nodes_whichever_is_there()
        {
            await using var post = await AlertPost.OpenAsync();
            await using var stage = await OpenAsync(post, "partnerDown: 200ms");
            await using var another = await stage.AnotherAsync("another");
            await stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
            var feed = stage.Caller(Municipality.Larvik.Feed);
            for (var i = 0; i < 6; i++)
                Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(Municipality.Larvik, Events.Pulse($"p-{i}", Events.People[i], 60 + i))).Status);
            await Wait.UntilAsync("the duty system is told", Patience, () => post.EventsOf(Down).Count > 0, stage.Logs);

            // One node goes: the other one goes on where it was, whoever told it.
            await stage.RestartAsync(async () =>
            {
                await stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
                await Wait.UntilAsync("the alert closes", Patience, () => post.EventsOf(Down) is [.., "closed"], stage.Logs);
            });
            await stage.ArrivedAsync(6);

            Assert.Equal(["opened", "closed"], post.EventsOf(Down));
            Assert.Equal("another", post.Taken.Last(t => Text(t, "id") == Down).GetProperty("node").GetString());
        }

        [Fact]
        public async Task Should_tell_of_a_lost_database_from_every_node_under_one_group()
        {
            await using var post = await AlertPost.OpenAsync();
            await using var stage = await OpenAsync(post, "storeDown: 300ms");
            await using var another = await stage.AnotherAsync("another");
            string[] both = ["store-down/another", "store-down/stage"];

            await stage.LoseStoreAsync();
            await Wait.UntilAsync("both tell", Patience, () => both.All(id => post.EventsOf(id) is ["opened"]), stage.Logs);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Pulse("p", Events.People[0], 60))).Status);
            await stage.FindStoreAsync();
            await Wait.UntilAsync("both tell that it is over", Patience, () => both.All(id => post.EventsOf(id) is ["opened", "closed"]), stage.Logs);

            var told = post.Taken.Where(t => Text(t, "rule") == "store-down").ToList();
            Assert.Equal(4, told.Count);
            Assert.All(told, t => Assert.Equal(("store-down", "critical", "ops/runbooks/store-down.md"), (Text(t, "group"), Text(t, "severity"), Text(t, "runbook"))));
            Assert.All(told, t => Assert.Equal($"store-down/{Text(t, "node")}", Text(t, "id")));
            Assert.All(post.Taken.Where(t => Text(t, "rule") != "store-down"), t => Assert.Equal(Text(t, "id"), Text(t, "group")));
            await Wait.UntilAsync("the audit log has it from both", Patience, async () => (await stage.Operator.GetAsync("audit?action=alert.close&limit=50")).GetProperty("entries").EnumerateArray().Select(e => Text(e, "target")).Intersect(both).Count() == 2, stage.Logs);
        }
    }
}
