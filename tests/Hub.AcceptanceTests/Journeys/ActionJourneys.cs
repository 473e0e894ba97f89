using System.Net;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>An operator acts on many deliveries at once: looks first, then does it.</summary>
public abstract class ActionJourneys(BackingKind backing) : Journey(backing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task Should_send_a_group_of_failures_again_as_the_preview_says()
    {
        await using var stage = await OpenAsync();
        await stage.Journal.SetFaultsAsync(new FaultPlan { RejectPatients = [Events.People[0].NationalId] });
        await SendAsync(stage, 0, 40);
        await stage.DrainAsync();
        var group = new { tenant = "larvik", partner = "journal", route = "values", code = "HUB-SEND-006" };
        await stage.Journal.SetFaultsAsync(FaultPlan.Healthy);

        var preview = await PreviewAsync(stage, "redeliver", new { group });
        Assert.Equal((20, 20, 20), (Number(preview, "matched"), Number(preview, "toDo"), preview.GetProperty("byPartner").GetProperty("journal").GetInt32()));
        var id = await StartAsync(stage, "redeliver", new { group }, Text(preview, "token")!, 200);
        Assert.Equal(id, await StartAsync(stage, "redeliver", new { group }, Text(preview, "token")!, 200));
        var ended = await EndedAsync(stage, id);
        await stage.ArrivedAsync(40);

        Assert.Equal(("done", 20, 0, 0), (Text(ended, "state"), Number(ended, "done"), Number(ended, "failed"), Number(ended, "skipped")));
        var audit = (await stage.Operator.GetAsync("audit?tenant=larvik&limit=200")).GetProperty("entries").EnumerateArray().Select(e => Text(e, "action")).ToList();
        Assert.Equal((1, 1, 20), (audit.Count(a => a == "action.start"), audit.Count(a => a == "action.end"), audit.Count(a => a == "delivery.redeliver")));
        Assert.True(await stage.AuditAsync() > 0);
        Assert.Equal(HttpStatusCode.Conflict, await stage.Operator.ActAsync($"actions/{id}/cancel"));
    }

    [Fact]
    public async Task Should_replay_each_message_once_over_the_death_of_the_node()
    {
        await using var stage = await OpenAsync();
        await SendAsync(stage, 0, 60);
        await stage.ArrivedAsync(60);
        var target = new { filter = new { tenant = "larvik", content = "measurement" } };

        var without = await PreviewAsync(stage, "replay", target);
        Assert.Equal((60, 0, 60), (Number(without, "matched"), Number(without, "toDo"), Number(without, "alreadyDelivered")));
        var preview = await PreviewAsync(stage, "replay", target, alreadyDelivered: true);
        Assert.Equal((60, 60, 60), (Number(preview, "matched"), Number(preview, "toDo"), Number(preview, "duplicates")));
        var id = await StartAsync(stage, "replay", target, Text(preview, "token")!, 20, alreadyDelivered: true);
        await Wait.UntilAsync("it is on its way", Patience, async () => Number(await stage.Operator.GetAsync($"actions/{id}"), "done") > 5, stage.Logs);
        await stage.RestartAsync();
        Assert.Equal("running", Text(await stage.Operator.GetAsync($"actions/{id}"), "state"));

        var ended = await EndedAsync(stage, id);
        await stage.DrainAsync();
        Assert.Equal(("done", 60), (Text(ended, "state"), Number(ended, "done")));

        // A delivery more for each message, and none twice; the journal knows the readings and keeps each once.
        Assert.Equal((120, 120), ((await stage.Operator.LedgerAsync()).Accepted, (await stage.Operator.LedgerAsync()).Delivered));
        Assert.Equal(60, stage.Journal.Ledger.Count);
    }

    [Fact]
    public async Task Should_leave_the_rest_alone_when_an_action_is_cancelled()
    {
        await using var stage = await OpenAsync();
        await SendAsync(stage, 0, 30);
        await stage.ArrivedAsync(30);
        var target = new { filter = new { tenant = "larvik" } };
        var preview = await PreviewAsync(stage, "redeliver", target, alreadyDelivered: true);
        var id = await StartAsync(stage, "redeliver", target, Text(preview, "token")!, 2, alreadyDelivered: true);
        await Wait.UntilAsync("it is on its way", Patience, async () => Number(await stage.Operator.GetAsync($"actions/{id}"), "done") > 0, stage.Logs);

        Assert.Equal(HttpStatusCode.OK, await stage.Operator.ActAsync($"actions/{id}/cancel"));
        var ended = await EndedAsync(stage, id);
        await stage.DrainAsync();
        Assert.Equal("cancelled", Text(ended, "state"));
        var audit = (await stage.Operator.GetAsync("audit?tenant=larvik&action=delivery.redeliver")).GetProperty("entries").GetArrayLength();
        Assert.Equal(Number(ended, "done"), audit);
        Assert.True(audit < 30);
    }

    [Fact]
    public async Task Should_refuse_to_start_when_the_selection_is_another_than_was_shown()
    {
        await using var stage = await OpenAsync();
        await SendAsync(stage, 0, 4);
        await stage.ArrivedAsync(4);
        var target = new { filter = new { tenant = "larvik" } };
        var token = Text(await PreviewAsync(stage, "redeliver", target, alreadyDelivered: true), "token")!;
        await SendAsync(stage, 4, 10);
        await stage.ArrivedAsync(14);

        var (status, problem) = await SendAsync(stage, "redeliver", target, token, 50, alreadyDelivered: true);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("4 then, 14 now", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(stage, "redeliver", new { filter = new { tenant = "larvik", state = "delivered" } }, token, 50, alreadyDelivered: true)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(stage, "redeliver", target, "bm9uZQ", 50, alreadyDelivered: true)).Status);
        Assert.Empty((await stage.Operator.GetAsync("actions")).GetProperty("actions").EnumerateArray());
    }

    [Fact]
    public async Task Should_say_what_is_under_way_and_not_called_back_when_it_is_discarded()
    {
        await using var stage = await OpenAsync();
        await stage.Journal.SetFaultsAsync(new FaultPlan { SlowMedianMs = 3000, SlowP99Ms = 3000 });
        await SendAsync(stage, 0, 1);
        var target = new { filter = new { tenant = "larvik" } };
        JsonElement preview = default;
        await Wait.UntilAsync("it is being sent", Patience, async () => Number(preview = await PreviewAsync(stage, "discard", target), "underWay") == 1, stage.Logs);
        Assert.Equal((1, 1, 0), (Number(preview, "matched"), Number(preview, "toDo"), Number(await PreviewAsync(stage, "redeliver", target), "underWay")));
        var message = Assert.Single(await stage.Operator.MessagesAsync());
        var id = Text(Assert.Single(message.GetProperty("deliveries").EnumerateArray()), "id");

        var (status, answer) = await stage.Operator.SendAsync(HttpMethod.Post, $"deliveries/{id}/discard", new { reason = "tried in a test" });
        Assert.Equal(HttpStatusCode.OK, status);
        var discarded = Assert.Single(answer.GetProperty("deliveries").EnumerateArray());
        Assert.Equal(("discarded", true), (Text(discarded, "state"), discarded.TryGetProperty("underWay", out var underWay) && underWay.GetBoolean()));

        JsonElement delivery = default;
        await Wait.UntilAsync("the send is told of", Patience, async () =>
            (delivery = (await stage.Operator.MessageAsync(Text(message, "id")!)).GetProperty("deliveries")[0]).Tells("delivered"), stage.Logs);
        Assert.True(delivery.Is("discarded") && delivery.Tells("operator discard"), string.Join(Environment.NewLine, delivery.Steps()));
        Assert.Equal(1, stage.Journal.Ledger.Count);
    }

    [Fact]
    public async Task Should_list_actions_page_by_page()
    {
        await using var stage = await OpenAsync();
        await SendAsync(stage, 0, 2);
        await stage.ArrivedAsync(2);
        var target = new { filter = new { tenant = "larvik" } };
        var started = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            started.Add(await StartAsync(stage, "redeliver", target, Text(await PreviewAsync(stage, "redeliver", target, alreadyDelivered: true), "token")!, 50, alreadyDelivered: true));
            await EndedAsync(stage, started[^1]);
            await stage.DrainAsync();
        }

        var (seen, address) = (new List<string>(), "actions?tenant=larvik&limit=2");
        for (string? next = ""; next is not null; next = await ReadAsync(next))
            Assert.InRange(seen.Count, 0, 5);
        Assert.Equal(Enumerable.Reverse(started), seen);
        Assert.Equal(HttpStatusCode.BadRequest, (await stage.Http.SendAsync(Asking(stage, "actions?before=yesterday"))).StatusCode);

        async Task<string?> ReadAsync(string before)
        {
            var page = await stage.Operator.GetAsync(before.Length == 0 ? address : $"{address}&before={before}");
            seen.AddRange(page.GetProperty("actions").EnumerateArray().Select(a => Text(a, "id")!));
            return Text(page, "next");
        }
    }

    private static HttpRequestMessage Asking(Stage stage, string address) =>
        new(HttpMethod.Get, $"ops/v1/{address}") { Headers = { Authorization = new("Bearer", stage.OperatorKey.Value) } };

    private static async Task SendAsync(Stage stage, int from, int count)
    {
        var feed = stage.Caller(Municipality.Larvik.Feed);
        for (var i = from; i < from + count; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(Municipality.Larvik, Events.Pulse($"p-{i}", Events.People[i % 2], 60 + i))).Status);
    }

    private static async Task<JsonElement> PreviewAsync(Stage stage, string kind, object target, bool alreadyDelivered = false)
    {
        var (status, preview) = await stage.Operator.SendAsync(HttpMethod.Post, "actions/preview", new { kind, target, include = new { alreadyDelivered } });
        Assert.True(status == HttpStatusCode.OK, $"{status} {preview}");
        return preview;
    }

    private static async Task<string> StartAsync(Stage stage, string kind, object target, string preview, int perSecond, bool alreadyDelivered = false)
    {
        var (status, action) = await SendAsync(stage, kind, target, preview, perSecond, alreadyDelivered);
        Assert.True(status == HttpStatusCode.Accepted, $"{status} {action}");
        return Text(action, "id")!;
    }

    private static Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(Stage stage, string kind, object target, string preview, int perSecond, bool alreadyDelivered) =>
        stage.Operator.SendAsync(HttpMethod.Post, "actions", new { kind, target, include = new { alreadyDelivered }, reason = "tried in a test", perSecond, preview });

    private static async Task<JsonElement> EndedAsync(Stage stage, string id)
    {
        JsonElement action = default;
        await Wait.UntilAsync("the action ends", Patience, async () => Text(action = await stage.Operator.GetAsync($"actions/{id}"), "state") != "running", () => $"{action}{Environment.NewLine}{stage.Logs()}");
        return action;
    }

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : ActionJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : ActionJourneys(BackingKind.Servers);
}
