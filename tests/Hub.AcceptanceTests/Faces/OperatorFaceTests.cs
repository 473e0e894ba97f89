using System.Text;
using System.Text.Json;
using Xunit;

namespace Hub.AcceptanceTests.Faces;

[Collection(FaceCollection.Name)]
public class OperatorFaceTests(FaceHub hub)
{
    [Fact]
    public async Task Should_show_a_message_from_intake_on_without_the_patient()
    {
        var id = await SendAsync("ops-view");

        var view = await hub.SendAsync(HttpMethod.Get, $"/ops/v1/messages/{id}", "operator");

        Assert.Equal(200, view.Status);
        Assert.Equal(("larvik", "dho", "ops-view"), (Text(view.Json, "tenant"), Text(view.Json, "source"), Text(view.Json, "sourceId")));
        Assert.Equal("deliver", Text(view.Json.GetProperty("routes")[0], "verdict"));
        Assert.Equal($"{id}.1", Text(view.Json.GetProperty("deliveries")[0], "id"));
        Assert.DoesNotContain("10915596784", view.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_find_messages_by_patient_and_by_source_id()
    {
        var id = await SendAsync("ops-search");

        var bySource = await Search("""{"tenant":"larvik","source":"dho","sourceId":"ops-search"}""");
        var byPatient = await Search("""{"tenant":"larvik","patient":"10915596784"}""");

        Assert.Equal(id, Text(Assert.Single(bySource.Json.GetProperty("messages").EnumerateArray()), "id"));
        Assert.Contains(byPatient.Json.GetProperty("messages").EnumerateArray(), m => Text(m, "id") == id);
        Assert.Equal(400, (await Search("""{"tenant":"larvik","patient":"1091559678"}""")).Status);
    }

    [Theory]
    [InlineData("audit?from=10:00")]
    [InlineData("audit?from=03/04/2026")]
    [InlineData("messages?from=10:00")]
    public async Task Should_take_no_moment_that_can_be_read_in_two_ways(string address) => Assert.Equal(400, (await hub.SendAsync(HttpMethod.Get, "/ops/v1/" + address, "operator")).Status);

    [Fact]
    public async Task Should_pause_to_no_moment_that_can_be_read_in_two_ways() =>
        Assert.Equal(400, (await hub.SendAsync(HttpMethod.Put, "/ops/v1/pauses/larvik", "operator", new StringContent("""{"reason":"tried","until":"31 Dec 2099"}""", Encoding.UTF8, "application/json"))).Status);

    [Fact]
    public async Task Should_leave_answers_in_no_cache()
    {
        using var answer = await hub.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/ops/v1/messages"), TestContext.Current.CancellationToken);

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Should_discard_with_a_reason_and_replay()
    {
        var id = await SendAsync("ops-act");

        Assert.Equal(400, (await Act($"/ops/v1/deliveries/{id}.1/discard", "{}")).Status);
        var discarded = await Act($"/ops/v1/deliveries/{id}.1/discard", """{"reason":"test"}""");
        Assert.Equal("discarded", Text(discarded.Json.GetProperty("deliveries")[0], "state"));
        Assert.Equal(409, (await Act($"/ops/v1/deliveries/{id}.1/redeliver", """{"reason":"test"}""")).Status);
        var replayed = await Act($"/ops/v1/messages/{id}/replay", """{"reason":"test"}""");
        Assert.Equal($"{id}.2", Text(replayed.Json.GetProperty("deliveries")[0], "id"));
        Assert.Equal(404, (await Act("/ops/v1/deliveries/999999.1/discard", """{"reason":"test"}""")).Status);
    }

    [Theory]
    [InlineData("/ops/v1/messages?state=nowhere", 400)]
    [InlineData("/ops/v1/messages?limit=0", 400)]
    [InlineData("/ops/v1/messages?limit=2&tenant=larvik", 200)]
    [InlineData("/ops/v1/messages?tennant=larvik", 400)]
    [InlineData("/ops/v1/messages?limit=1&limit=2", 400)]
    [InlineData("/ops/v1/messages?tenant=", 400)]
    [InlineData("/ops/v1/ledger?tennant=larvik", 400)]
    [InlineData("/ops/v1/messages/x", 404)]
    [InlineData("/ops/v1/ledger?tenant=larvik", 200)]
    public async Task Should_answer_operators(string path, int status) => Assert.Equal(status, (await hub.SendAsync(HttpMethod.Get, path, "operator")).Status);

    [Fact]
    public async Task Should_balance_the_ledger()
    {
        await SendAsync("ops-ledger");

        var ledger = (await hub.SendAsync(HttpMethod.Get, "/ops/v1/ledger", "operator")).Json;

        Assert.True(ledger.GetProperty("balances").GetBoolean());
        Assert.True(ledger.GetProperty("accepted").GetInt64() > 0);
    }

    [Fact]
    public async Task Should_keep_the_consent_register()
    {
        Assert.Equal(204, (await Put("""{"patient":"10915596784","purpose":"share","granted":true}""")).Status);
        Assert.Equal("""{"granted":["share"]}""", (await hub.PostAsync("/tenants/larvik/consents/_search", "dho", """{"patient":"10915596784"}""")).Text);
        Assert.Equal(204, (await Put("""{"patient":"10915596784","purpose":"share","granted":false}""", "operator")).Status);
        Assert.Equal("""{"granted":[]}""", (await hub.PostAsync("/tenants/larvik/consents/_search", "operator", """{"patient":"10915596784"}""")).Text);
        Assert.Equal(403, (await Put("""{"patient":"10915596784","purpose":"share","granted":true}""", "small")).Status);
        Assert.Equal(403, (await Put("""{"patient":"10915596784","purpose":"share","granted":true}""", "neighbour")).Status);
        Assert.Equal(400, (await Put("""{"patient":"10915596784","purpose":"share"}""")).Status);
    }

    [Fact]
    public async Task Should_describe_itself_in_openapi()
    {
        var document = await hub.SendAsync(HttpMethod.Get, "/openapi/v1.json", null);

        var paths = document.Json.GetProperty("paths");
        var send = paths.GetProperty("/in/{tenant}/{partner}").GetProperty("post");
        Assert.Equal(["200", "202", "207", "400", "401", "403", "409", "413", "415", "429", "503"], send.GetProperty("responses").EnumerateObject().Select(p => p.Name).Order());
        Assert.Contains("nothing new was stored", Text(send.GetProperty("responses").GetProperty("200"), "description"), StringComparison.Ordinal);
        Assert.True(paths.TryGetProperty("/epj/r4/{orgnr}/bundle", out _));
        var ids = paths.EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => Text(o.Value, "operationId")).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Should_measure_what_it_answers()
    {
        await SendAsync("ops-metrics");

        var page = await hub.SendAsync(HttpMethod.Get, "/metrics", null);

        Assert.Contains("hub_http_answers_total{face=\"webhook\",status=\"202\"}", page.Text, StringComparison.Ordinal);
        Assert.Contains("dotnet_process_memory_working_set_bytes ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("10915596784", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_log_no_patient()
    {
        await SendAsync("ops-log");
        await hub.PostAsync("/in/larvik/dho", "dho", FaceHub.Event("ops-log-bad", "\"10915596784\""));

        Assert.DoesNotContain(hub.Log, line => line.Contains("10915596784", StringComparison.Ordinal));
    }

    private async Task<string> SendAsync(string eventId)
    {
        var answer = await hub.PostAsync("/in/larvik/dho", "dho", FaceHub.Event(eventId));
        return answer.Json.GetProperty("entries")[0].GetProperty("messages")[0].GetString()!;
    }

    private Task<Answer> Search(string body) => hub.PostAsync("/ops/v1/messages/_search", "operator", body);

    private Task<Answer> Act(string path, string body) => hub.PostAsync(path, "operator", body);

    private Task<Answer> Put(string body, string caller = "dho") =>
        hub.SendAsync(HttpMethod.Put, "/tenants/larvik/consents", caller, new StringContent(body, Encoding.UTF8, "application/json"));

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
