using System.Text;
using Xunit;

namespace Hub.AcceptanceTests.Faces;

/// <summary>Who is let in where.</summary>
[Collection(FaceCollection.Name)]
public class DoorTests(FaceHub hub)
{
    [Theory]
    [InlineData(null, 401, "HUB-AUTH-001")]
    [InlineData("hub_00000000_unknown", 401, "HUB-AUTH-002")]
    [InlineData("", 401, "HUB-AUTH-001")]
    [InlineData("neighbour", 403, "HUB-AUTH-003")]
    [InlineData("small", 403, "HUB-AUTH-003")]
    [InlineData("operator", 403, "HUB-AUTH-003")]
    public async Task Should_refuse_callers_that_are_not_the_partner(string? caller, int status, string code)
    {
        var answer = await hub.PostAsync("/in/larvik/dho", caller, FaceHub.Event("door"));

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("dho")]
    [InlineData("old")]
    public async Task Should_take_both_keys_of_a_partner(string caller) =>
        Assert.Equal(202, (await hub.PostAsync("/in/larvik/dho", caller, FaceHub.Event($"key-{caller}"))).Status);

    [Fact]
    public async Task Should_take_the_key_in_either_header()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/in/larvik/dho") { Content = new StringContent(FaceHub.Event("header"), Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Api-Key", hub.Key("dho"));
        using var response = await hub.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(202, (int)response.StatusCode);
    }

    [Fact]
    public async Task Should_answer_an_unknown_tenant_as_a_foreign_one()
    {
        var foreign = await hub.PostAsync("/in/skien/dho", "dho", FaceHub.Event("foreign"));
        var unknown = await hub.PostAsync("/in/nowhere/dho", "dho", FaceHub.Event("foreign"));

        Assert.Equal(403, foreign.Status);
        Assert.Equal((foreign.Status, foreign.Text), (unknown.Status, unknown.Text));
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404, "HUB-HTTP-001")]
    [InlineData("DELETE", "/in/larvik/dho", 405, "HUB-HTTP-002")]
    [InlineData("GET", "/in/larvik", 404, "HUB-HTTP-001")]
    public async Task Should_say_so_when_there_is_nothing_here(string method, string path, int status, string code)
    {
        var answer = await hub.SendAsync(new HttpMethod(method), path, "dho");

        Assert.Equal((status, code, "application/problem+json"), (answer.Status, answer.Code, answer.MediaType));
    }

    [Theory]
    [InlineData("/ops/v1/messages")]
    [InlineData("/ops/v1/messages/1")]
    [InlineData("/ops/v1/ledger")]
    [InlineData("/ops/v1/status")]
    public async Task Should_let_only_operators_into_the_operator_api(string path)
    {
        Assert.Equal(401, (await hub.SendAsync(HttpMethod.Get, path, null)).Status);
        Assert.Equal(403, (await hub.SendAsync(HttpMethod.Get, path, "dho")).Status);
    }

    [Fact]
    public async Task Should_let_a_new_key_in_and_an_old_one_out_when_the_file_changes()
    {
        Assert.Equal(202, (await hub.PostAsync("/in/larvik/dho", "old", FaceHub.Event("rotation-1"))).Status);
        hub.WriteTenant("larvik", hub.LarvikFile.Replace($", \"{Host.Security.KeyHash.Of(hub.Key("old"))}\"", "", StringComparison.Ordinal));
        await Until(async () => (await hub.PostAsync("/in/larvik/dho", "old", FaceHub.Event("rotation-2"))).Status == 401);
        Assert.Equal(202, (await hub.PostAsync("/in/larvik/dho", "dho", FaceHub.Event("rotation-3"))).Status);
        hub.WriteTenant("larvik", hub.LarvikFile);
        await Until(async () => (await hub.PostAsync("/in/larvik/dho", "old", FaceHub.Event("rotation-4"))).Status is 202 or 200);
    }

    [Fact]
    public async Task Should_show_a_refused_configuration_and_go_on_with_the_old_one()
    {
        hub.WriteTenant("larvik", hub.LarvikFile.Replace("to: epj", "to: nobody", StringComparison.Ordinal));
        await Until(async () => (await hub.SendAsync(HttpMethod.Get, "/health/ready", null)).Text.Contains("HUB-CONFIG-005", StringComparison.Ordinal));
        Assert.Equal(200, (await hub.SendAsync(HttpMethod.Get, "/health/ready", null)).Status);
        Assert.Contains("HUB-CONFIG-005", (await hub.SendAsync(HttpMethod.Get, "/ops/v1/status", "operator")).Text, StringComparison.Ordinal);
        Assert.Equal(202, (await hub.PostAsync("/in/larvik/dho", "dho", FaceHub.Event("old-config"))).Status);
        hub.WriteTenant("larvik", hub.LarvikFile);
        await Until(async () => !(await hub.SendAsync(HttpMethod.Get, "/health/ready", null)).Text.Contains("HUB-CONFIG-005", StringComparison.Ordinal));
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
            await Task.Delay(50, deadline.Token);
    }
}
