using System.Text.Json;
using Xunit;

namespace Hub.AcceptanceTests.Faces;

[Collection(FaceCollection.Name)]
public class MessageFaceTests(FaceHub hub)
{
    [Fact]
    public async Task Should_draw_one_timeline_from_intake_on()
    {
        var id = await SendAsync("find-timeline");

        var view = (await hub.SendAsync(HttpMethod.Get, $"/ops/v1/messages/{id}", "operator")).Json;

        var timeline = view.GetProperty("timeline").EnumerateArray().ToList();
        Assert.Equal("accepted", Text(timeline[0], "step"));
        Assert.Equal(Text(view, "acceptedAt"), Text(timeline[0], "at"));
        Assert.All(timeline.Skip(1), e => Assert.Equal($"{id}.1", Text(e, "delivery")));
    }

    [Theory]
    [InlineData("""{"tenant":"larvik","source":"dho","content":"measurement","limit":5}""", 200)]
    [InlineData("""{"tenant":"larvik","externalId":"find-any"}""", 200)]
    [InlineData("""{"tenant":"larvik","triage":"green","state":"deadLettered","error":"HUB-SEND-005","from":"2026-01-01","to":"2026-03-01T08:15:00+01:00"}""", 200)]
    [InlineData("""{"tenant":"nowhere","patient":"10915596784"}""", 400)]
    [InlineData("""{"patient":"10915596784"}""", 400)]
    [InlineData("""{"externalId":"x"}""", 400)]
    [InlineData("""{"tenant":"larvik","sourceId":"x"}""", 400)]
    [InlineData("""{"tenant":"larvik","content":"meassurement"}""", 400)]
    [InlineData("""{"tenant":"larvik","from":"yesterday"}""", 400)]
    [InlineData("""{"tenant":"larvik","from":"2026-03-02","to":"2026-03-01"}""", 400)]
    [InlineData("""{"tenant":"larvik","limit":201}""", 400)]
    [InlineData("""{"tenant":["larvik"]}""", 400)]
    [InlineData("""{"tennant":"larvik"}""", 400)]
    public async Task Should_answer_a_search(string body, int status) => Assert.Equal(status, (await hub.PostAsync("/ops/v1/messages/_search", "operator", body)).Status);

    [Theory]
    [InlineData("?tenant=larvik&source=dho&partner=epj&route=r&content=note&triage=red&state=held&error=E&correlation=c&from=2026-01-01&to=2026-01-02T10:00Z&limit=1", 200)]
    [InlineData("?content=nothing", 400)]
    [InlineData("?triage=blue", 400)]
    [InlineData("?from=2026-13-01", 400)]
    [InlineData("?patient=x", 400)]
    public async Task Should_answer_a_list(string query, int status) => Assert.Equal(status, (await hub.SendAsync(HttpMethod.Get, "/ops/v1/messages" + query, "operator")).Status);

    [Fact]
    public async Task Should_find_by_what_a_source_calls_it_without_knowing_which_source()
    {
        var id = await SendAsync("Find-Outside");

        var found = await hub.PostAsync("/ops/v1/messages/_search", "operator", """{"tenant":"larvik","externalId":"Find-Outside"}""");

        var message = Assert.Single(found.Json.GetProperty("messages").EnumerateArray());
        Assert.Equal((id, "dho", "measurement"), (Text(message, "id"), Text(message, "source"), Text(message, "content")));
        Assert.Equal($"{id}.1", Text(message.GetProperty("deliveries")[0], "id"));
        Assert.False(message.TryGetProperty("timeline", out _));
        Assert.DoesNotContain("10915596784", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_page_to_the_end()
    {
        for (var i = 0; i < 5; i++)
            await SendAsync($"find-page-{i}");
        var (seen, next) = (new List<long>(), "");
        do
        {
            var page = (await hub.SendAsync(HttpMethod.Get, $"/ops/v1/messages?tenant=larvik&limit=2{next}", "operator")).Json;
            seen.AddRange(page.GetProperty("messages").EnumerateArray().Select(m => long.Parse(Text(m, "id")!, System.Globalization.CultureInfo.InvariantCulture)));
            next = page.TryGetProperty("next", out var key) ? $"&before={key.GetString()}" : "";
        }
        while (next.Length > 0);
        Assert.True(seen.Count >= 5);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
    }

    [Theory]
    [InlineData("?tenant=larvik", 200)]
    [InlineData("?tenant=larvik&partner=epj&route=r&code=HUB-SEND-005&from=2026-01-01&to=2026-02-01", 200)]
    [InlineData("?state=held", 400)]
    [InlineData("?to=x", 400)]
    public async Task Should_answer_for_failures(string query, int status)
    {
        var answer = await hub.SendAsync(HttpMethod.Get, "/ops/v1/failures" + query, "operator");
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200, answer.Json.TryGetProperty("groups", out _));
    }

    [Theory]
    [InlineData("flow?tenant=larvik", 200, "edges")]
    [InlineData("flow?tenant=larvik&source=dho&partner=epj&from=2026-01-01&to=2026-02-01", 200, "edges")]
    [InlineData("flow?metric=volume", 400, "edges")]
    [InlineData("flow?from=9998-01-01", 400, "edges")]
    [InlineData("series?tenant=larvik", 200, "points")]
    [InlineData("series?metric=age&step=5m", 200, "points")]
    [InlineData("series?metric=delay&step=1d&from=2026-01-01&to=2026-02-01", 200, "points")]
    [InlineData("series?metric=speed", 400, "points")]
    [InlineData("series?step=5m&from=2026-01-01&to=2026-02-01", 400, "points")]
    public async Task Should_answer_for_flows_and_series(string address, int status, string list)
    {
        var answer = await hub.SendAsync(HttpMethod.Get, "/ops/v1/" + address, "operator");
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200, answer.Json.TryGetProperty(list, out _));
    }

    private async Task<string> SendAsync(string eventId)
    {
        var answer = await hub.PostAsync("/in/larvik/dho", "dho", FaceHub.Event(eventId));
        return answer.Json.GetProperty("entries")[0].GetProperty("messages")[0].GetString()!;
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
