using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Core.Content;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>What a municipality's managers ask for: how much flowed, from whom, to whom, how fast.</summary>
public abstract class StatisticsJourneys(BackingKind backing) : Journey(backing)
{
    [Fact]
    public async Task Should_count_what_flowed_today_without_naming_anybody()
    {
        await using var stage = await FlowedAsync();
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd");
        var statistics = await stage.Operator.GetAsync($"statistics?tenant=larvik&from={today}&to={today}");

        var lines = statistics.GetProperty("lines").EnumerateArray().ToDictionary(l => $"{Text(l, "partner")} {Text(l, "content")} {Text(l, "triage")}");
        Assert.Equal(["- note green", "journal measurement green", "journal measurement red", "journal note red"], lines.Keys.Order(StringComparer.Ordinal));
        Assert.All(lines.Values, l => Assert.Equal((today, "feed"), (Text(l, "day"), Text(l, "source"))));
        Assert.Equal((3, 3, 2, 1), Counts(lines["journal measurement green"]));
        Assert.Equal((1, 1, 1, 0), Counts(lines["journal measurement red"]));
        Assert.Equal((1, 0, 0, 0), Counts(lines["- note green"]));
        Assert.InRange(lines["journal measurement red"].GetProperty("p95DelayMs").GetInt64(), 0, 20_000);
        Assert.False(lines["- note green"].TryGetProperty("medianDelayMs", out _));
        foreach (var person in Events.People)
            Assert.DoesNotContain(person.NationalId, statistics.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&format=csv", "application/json")]
    [InlineData("", "text/csv")]
    [InlineData("", "application/json;q=0.5, text/csv")]
    public async Task Should_give_the_same_as_csv(string query, string accept)
    {
        await using var stage = await FlowedAsync();
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd");
        using var answer = await GetAsync(stage, $"statistics?tenant=larvik&from={today}&to={today}{query}", stage.OperatorKey, accept);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Equal("day,source,partner,content,triage,messages,deliveries,delivered,failed,pending,retried,medianDelayMs,p95DelayMs", lines[0]);
        Assert.Equal($"{today},feed,-,note,green,1,0,0,0,0,0,,", lines[1]);
        Assert.StartsWith($"{today},feed,journal,measurement,green,3,3,2,1,0,", lines[2], StringComparison.Ordinal);
        Assert.Equal(("", 6), (lines[^1], lines.Length));
        Assert.All(lines[1..^1], l => Assert.Equal(13, l.Split(',').Length));
    }

    [Theory]
    [InlineData("tenant=larvik&from=2026-03-01", "to")]
    [InlineData("tenant=larvik&from=2026-03-01&to=2026-02-01", "to")]
    [InlineData("tenant=larvik&from=2026-03-01&to=2027-04-05", "to")]
    [InlineData("tenant=larvik&from=01.03.2026&to=2026-03-01", "from")]
    [InlineData("from=2026-03-01&to=2026-03-01", "tenant")]
    [InlineData("tenant=nowhere&from=2026-03-01&to=2026-03-01", "tenant")]
    [InlineData("tenant=larvik&from=2026-03-01&to=2026-03-01&format=xml", "format")]
    [InlineData("tenant=larvik&from=2026-03-01&to=2026-03-01&partner=journal", "partner")]
    public async Task Should_name_the_parameter_at_fault(string query, string parameter)
    {
        await using var stage = await OpenAsync();
        using var answer = await GetAsync(stage, $"statistics?{query}", stage.OperatorKey);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(parameter, Text(Assert.Single(problem.GetProperty("errors").EnumerateArray()), "path"));
    }

    [Fact]
    public async Task Should_give_four_hundred_days_and_let_only_operators_see_them()
    {
        await using var stage = await OpenAsync();
        using var most = await GetAsync(stage, "statistics?tenant=larvik&from=2026-03-01&to=2027-04-04", stage.OperatorKey);
        Assert.Equal(HttpStatusCode.OK, most.StatusCode);
        foreach (var address in new[] { "statistics?tenant=larvik&from=2026-03-01&to=2026-03-01", "feeds", "refused?tenant=larvik" })
        {
            using var partner = await GetAsync(stage, address, Municipality.Larvik.Feed);
            Assert.Equal(HttpStatusCode.Forbidden, partner.StatusCode);
            using var nobody = await stage.Http.GetAsync($"ops/v1/{address}");
            Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        }
    }

    // Three green readings of which the journal refuses one, a red one, a note of a red alert, and one of a green alert that nobody wants.
    private async Task<Stage> FlowedAsync()
    {
        var routes = Municipality.AllRoutes.Replace("content: note, to", "content: note, when: { triage: [yellow, red] }, to", StringComparison.Ordinal);
        var stage = await OpenAsync(Municipality.Larvik with { Routes = routes });
        await stage.Journal.SetFaultsAsync(new FaultPlan { RejectPatients = [Events.People[2].NationalId] });
        var feed = stage.Caller(Municipality.Larvik.Feed);
        await feed.SendAsync(
            Municipality.Larvik,
            [
                Events.Pulse("a", Events.People[0], 70), Events.Pulse("b", Events.People[1], 71), Events.Pulse("c", Events.People[2], 72), Events.Pulse("d", Events.People[0], 140, Triage.Red),
                Events.ClosingNote("e", Events.People[0], Triage.Red, "Ringte"), Events.ClosingNote("f", Events.People[0], Triage.Green, "Alt vel"),
            ]);
        await stage.DrainAsync();
        return stage;
    }

    private static async Task<HttpResponseMessage> GetAsync(Stage stage, string address, TestKey key, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"ops/v1/{address}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Value);
        request.Headers.Accept.ParseAdd(accept);
        return await stage.Http.SendAsync(request);
    }

    private static (int Messages, int Deliveries, int Delivered, int Failed) Counts(JsonElement line) =>
        (line.GetProperty("messages").GetInt32(), line.GetProperty("deliveries").GetInt32(), line.GetProperty("delivered").GetInt32(), line.GetProperty("failed").GetInt32());

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : StatisticsJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : StatisticsJourneys(BackingKind.Servers);
}
