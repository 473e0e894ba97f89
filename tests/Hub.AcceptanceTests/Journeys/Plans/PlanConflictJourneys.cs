using System.Net;
using System.Text.Json;
using Hub.AcceptanceTests.Operating;
using Hub.AcceptanceTests.Staging;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys.Plans;

/// <summary>An operator finds an edit of a shared plan that came upon another, hears of it when nobody merges it, and is done with it.</summary>
public abstract class PlanConflictJourneys(BackingKind backing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Should_list_compare_and_dismiss_an_edit_that_came_upon_another()
    {
        await using var post = await AlertPost.OpenAsync();
        Environment.SetEnvironmentVariable("STAGE_ALERT_SECRET", AlertPost.Secret);
        await using var stage = await PlanStage.OpenAsync(backing, $"alerts: {{ every: 50ms, calm: 100ms, planConflict: 200ms, webhooks: [{{ name: duty, url: \"{post.Url}\", secret: \"env:STAGE_ALERT_SECRET\" }}] }}");
        var hub = stage.Hub.Operator;
        using var administrator = await stage.Hub.TokenAsync("administrator", "larvik");
        using var other = await stage.Hub.TokenAsync("administrator", "bodo");
        await stage.VendorAsync("e-1", 1, p => p with { Title = "Første" });
        await stage.EverybodyShowsAsync("Første", 1);
        Assert.Empty((await hub.GetAsync("plan-conflicts")).GetProperty("conflicts").EnumerateArray());

        await Task.WhenAll(stage.HospitalAsync("h-1", 1, p => p with { Title = "Sykehusets" }), stage.VendorAsync("e-2", 2, p => p with { Title = "Leverandørens" }));
        await Wait.UntilAsync("one of them came upon the other", Patience, async () => (await hub.GetAsync("plan-conflicts?tenant=larvik")).GetProperty("conflicts").GetArrayLength() == 1);
        var conflict = (await hub.GetAsync("plan-conflicts")).GetProperty("conflicts")[0];
        var id = conflict.GetProperty("id").GetString()!;
        Assert.Equal(("open", "HUB-PLAN-001", 1, 2), (Text(conflict, "state"), Text(conflict, "code"), conflict.GetProperty("basedOn").GetInt32(), conflict.GetProperty("latest").GetProperty("version").GetInt32()));
        Assert.Equal(["hospital", "vendor"], new[] { Text(conflict, "from"), Text(conflict.GetProperty("latest"), "from") }.Order(StringComparer.Ordinal));
        var one = await hub.GetAsync($"plan-conflicts/larvik/{id}");
        Assert.Equal([2, 1], one.GetProperty("versions").EnumerateArray().Select(v => v.GetProperty("version").GetInt32()));
        Assert.DoesNotContain("Sykehusets", one.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Events.People[0].NationalId, one.GetRawText(), StringComparison.Ordinal);

        // What it says is for administrators of the tenant, with a purpose.
        var purpose = new { purpose = "the treater has asked" };
        Assert.Equal(HttpStatusCode.Forbidden, (await hub.SendAsync(HttpMethod.Post, $"plan-conflicts/larvik/{id}/difference", purpose)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync(HttpMethod.Post, $"plan-conflicts/larvik/{id}/difference", purpose)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.SendAsync(HttpMethod.Post, $"plan-conflicts/larvik/{id}/difference", new { })).Status);
        var (_, shown) = await administrator.SendAsync(HttpMethod.Post, $"plan-conflicts/larvik/{id}/difference", purpose);
        Assert.All(["Sykehusets", "Leverandørens"], title => Assert.Contains(title, Text(shown, "difference"), StringComparison.Ordinal));
        Assert.Equal((1, true), (shown.GetProperty("basedOn").GetInt32(), Text(shown, "edited")!.Contains("Første", StringComparison.Ordinal)));
        Assert.DoesNotContain(Events.People[0].NationalId, shown.GetRawText(), StringComparison.Ordinal);
        await Wait.UntilAsync("somebody is told", Patience, () => post.EventsOf("plan-conflict/larvik") is ["opened"], stage.Hub.Logs);

        var listed = await TypeAsync(stage, "plan", "conflicts", "list", "--tenant", "larvik");
        Assert.True(listed.Code == 0 && listed.Output.Contains(id, StringComparison.Ordinal), listed.Output + listed.Errors);
        var dismissed = await TypeAsync(stage, "plan", "conflicts", "dismiss", "larvik", id, "--reason", "the treater says that the plan is right");
        Assert.True(dismissed.Code == 0 && dismissed.Output.Contains("dismissed", StringComparison.Ordinal), dismissed.Output + dismissed.Errors);

        Assert.Empty((await hub.GetAsync("plan-conflicts?tenant=larvik")).GetProperty("conflicts").EnumerateArray());
        Assert.Equal(id, Text((await hub.GetAsync("plan-conflicts?state=dismissed")).GetProperty("conflicts")[0], "id"));
        Assert.Equal(HttpStatusCode.Conflict, (await hub.SendAsync(HttpMethod.Post, $"plan-conflicts/larvik/{id}/dismiss", new { reason = "again" })).Status);
        await Wait.UntilAsync("the alert closes", Patience, () => post.EventsOf("plan-conflict/larvik") is ["opened", "closed"], stage.Hub.Logs);
        var audit = (await hub.GetAsync($"audit?tenant=larvik&target={id}&limit=200")).GetProperty("entries").EnumerateArray().Select(e => (Text(e, "action"), Text(e, "reason"))).ToList();
        Assert.Contains(("plan.dismiss", "the treater says that the plan is right"), audit);
        Assert.Contains(("plan.conflict.body", "the treater has asked"), audit);

        // Its dead letter changes nothing any more when it is sent again.
        var dead = (await hub.GetAsync("messages?tenant=larvik&state=deadLettered")).GetProperty("messages")[0].GetProperty("deliveries").EnumerateArray().Single(d => Text(d, "state") == "deadLettered");
        Assert.Equal(HttpStatusCode.OK, await hub.ActAsync($"deliveries/{Text(dead, "id")}/redeliver"));
        await Wait.UntilAsync("it has ended as a repeat", Patience, async () => (await hub.LedgerAsync()).DeadLettered == 0);
        Assert.Equal("2", (string)(await stage.PlanAsync())["meta"]!["versionId"]!);
    }

    private static async Task<CommandRun> TypeAsync(PlanStage stage, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, stage.Hub.OperatorKey.Value);
        var run = await CommandRun.OfAsync([.. arguments, "--url", stage.Hub.Http.BaseAddress!.ToString(), "--key-file", file]);
        File.Delete(file);
        return run;
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : PlanConflictJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : PlanConflictJourneys(BackingKind.Servers);
}
