using System.Text.Json;
using Hub.AcceptanceTests.Faces;
using Hub.AcceptanceTests.Reach;
using Xunit;

namespace Hub.AcceptanceTests.Operating;

/// <summary>What recorded messages would become with another tenant file.</summary>
public sealed class SimulationTests(ReachHub hub) : IClassFixture<ReachHub>
{
    private const string Routes = "routes:";

    private string Now => File.ReadAllText(Path.Combine(hub.Config, "tenants", "skien.yaml"));

    [Fact]
    public async Task Should_find_no_difference_where_there_is_none()
    {
        var (report, _) = await SimulateAsync(Now);

        Assert.Equal((true, 0, 0, false), (report.GetProperty("messages").GetInt32() > 0, report.GetProperty("refused").GetInt32(), report.GetProperty("skipped").GetInt32(), report.GetProperty("more").GetBoolean()));
        Assert.Equal(report.GetProperty("messages").GetInt32(), Count(report, "skien-values", "same"));
        Assert.Empty(report.GetProperty("examples").EnumerateArray());
    }

    [Fact]
    public async Task Should_tell_what_routes_gain_lose_and_change()
    {
        var other = Now.Replace("name: skien-values", "name: renamed", StringComparison.Ordinal) + "\n  - { name: second, content: measurement, to: other, as: fhir.observation }\n";
        var (moved, text) = await SimulateAsync(other);
        Assert.True(Count(moved, "renamed", "gained") > 0 && Count(moved, "second", "gained") > 0 && Count(moved, "skien-values", "lost") > 0, text);
        Assert.Contains(moved.GetProperty("examples").EnumerateArray(), e => e.GetProperty("message").GetString() == hub.Message);

        var (changed, why) = await SimulateAsync(Now.Replace("orgnr: \"314159265\"", "orgnr: \"310000608\", name: Skien nye kommune", StringComparison.Ordinal));
        Assert.True(Count(changed, "skien-values", "changed") + Count(changed, "skien-values", "same") > 0, why);
        Assert.DoesNotContain(ReachHub.Patient, text + why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_tell_messages_that_can_be_read_no_more_and_send_nothing()
    {
        var before = (await hub.Store.LedgerAsync(null, CancellationToken.None)).Accepted;
        var (report, _) = await SimulateAsync(Now.Replace("  dho: {", "  gone: {", StringComparison.Ordinal).Replace("offers: [dho]", "offers: [gone]", StringComparison.Ordinal));

        Assert.Equal(report.GetProperty("messages").GetInt32(), report.GetProperty("refused").GetInt32());
        Assert.Equal("refused", report.GetProperty("examples")[0].GetProperty("change").GetString());
        Assert.Equal(before, (await hub.Store.LedgerAsync(null, CancellationToken.None)).Accepted);
    }

    [Fact]
    public async Task Should_try_the_latest_only_and_say_that_there_are_more()
    {
        await hub.SendAsync("POST", "/in/skien/dho", "dho", FaceHub.Event($"skien-{Guid.NewGuid():N}"));
        var (report, _) = await SimulateAsync(Now, limit: 1);

        Assert.Equal((1, true), (report.GetProperty("messages").GetInt32(), report.GetProperty("more").GetBoolean()));
    }

    [Fact]
    public async Task Should_name_every_fault_of_the_file_and_read_no_secret()
    {
        var faulty = Now.Replace("as: fhir.observation", "as: fhir.none", StringComparison.Ordinal);
        var answer = await hub.SendAsync("POST", "/ops/v1/simulate", "skien administrator", JsonSerializer.Serialize(new { file = faulty }));
        Assert.Equal(400, answer.Status);
        Assert.Contains("HUB-CONFIG-007", answer.Text, StringComparison.Ordinal);

        var secret = Now.Replace("other: {", "other: { auth: { kind: clientCredentials, clientId: x, secret: file:/etc/no-such-file }, ", StringComparison.Ordinal);
        Assert.Equal(200, (await hub.SendAsync("POST", "/ops/v1/simulate", "skien administrator", JsonSerializer.Serialize(new { file = secret }))).Status);
        Assert.Equal(400, (await hub.SendAsync("POST", "/ops/v1/simulate", "skien administrator", JsonSerializer.Serialize(new { file = Now, since = "soon" }))).Status);
        Assert.Equal(403, (await hub.SendAsync("POST", "/ops/v1/simulate", "skien viewer", JsonSerializer.Serialize(new { file = Now }))).Status);
    }

    [Fact]
    public async Task Should_be_asked_by_command()
    {
        var file = Path.Combine(hub.Config, "changed.yaml");
        await File.WriteAllTextAsync(file, Now + "\n  - { name: second, content: measurement, to: other, as: fhir.observation }\n", TestContext.Current.CancellationToken);

        var run = await CommandRun.AskingAsync(hub, "administrator", "skien", "route", "simulate", "--config", file);
        Assert.Equal(0, run.Code);
        Assert.Contains("second", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{hub.Message} gained", run.Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, "tenant: skien\n", TestContext.Current.CancellationToken);
        Assert.Equal(2, (await CommandRun.AskingAsync(hub, "administrator", "skien", "route", "simulate", "--config", file)).Code);
        Assert.Equal(2, (await CommandRun.OfAsync("route", "simulate", "--config", "/none")).Code);
    }

    private async Task<(JsonElement Report, string Text)> SimulateAsync(string file, int limit = 100)
    {
        var answer = await hub.SendAsync("POST", "/ops/v1/simulate", "skien administrator", JsonSerializer.Serialize(new { tenant = "skien", file, since = "1d", limit }));
        Assert.True(answer.Status == 200, answer.Text);
        return (answer.Json, answer.Text);
    }

    private static int Count(JsonElement report, string route, string change) =>
        report.GetProperty("routes").EnumerateArray().Single(r => r.GetProperty("route").GetString() == route).GetProperty(change).GetInt32();
}
