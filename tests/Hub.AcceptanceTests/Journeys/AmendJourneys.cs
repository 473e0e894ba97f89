using System.Net;
using System.Text;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>A document that a journal refuses is edited and sent, once.</summary>
public abstract class AmendJourneys(BackingKind backing) : Journey(backing)
{
    [Fact]
    public async Task Should_show_what_an_edit_changes_and_send_exactly_one_copy_of_it()
    {
        await using var stage = await OpenAsync();
        await stage.Journal.SetFaultsAsync(new FaultPlan { RejectPatients = [Events.People[0].NationalId] });
        Assert.Equal(HttpStatusCode.Accepted, (await stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Pulse("p-1", Events.People[0], 61))).Status);
        await stage.DrainAsync();
        await stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        using var administrator = await stage.TokenAsync("administrator", "larvik");
        var delivery = Text(Assert.Single(await stage.Operator.MessagesAsync()).GetProperty("deliveries")[0], "id");
        var edited = Base64((await DocumentAsync(administrator)).Replace("61", "62", StringComparison.Ordinal));

        var (shown, preview) = await administrator.SendAsync(HttpMethod.Post, $"deliveries/{delivery}/amend/preview", new { document = edited, reason = "tried in a test" });
        Assert.True(shown == HttpStatusCode.OK, preview.ToString());
        Assert.Matches("(?s)\n-[^\n]*61.*\n\\+[^\n]*62", Text(preview, "diff"));
        Assert.Equal(0, preview.GetProperty("generation").GetInt32());

        var (done, row) = await administrator.SendAsync(HttpMethod.Post, $"deliveries/{delivery}/amend", new { document = edited, generation = 0, reason = "tried in a test" });
        Assert.True(done == HttpStatusCode.OK, row.ToString());
        await stage.ArrivedAsync(1);
        Assert.Contains("62", await DocumentAsync(administrator), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await administrator.SendAsync(HttpMethod.Post, $"deliveries/{delivery}/amend", new { document = edited, generation = 0, reason = "again" })).Status);
        Assert.Equal(1, stage.Journal.Ledger.Count);

        var audit = (await stage.Operator.GetAsync("audit?tenant=larvik&limit=200")).GetProperty("entries").EnumerateArray().Where(e => Text(e, "target") == delivery).Select(e => Text(e, "action")).Reverse();
        Assert.Equal(["delivery.amend-preview", "delivery.amend"], audit);
        Assert.True(await stage.AuditAsync() > 0);
    }

    [Fact]
    public async Task Should_amend_only_what_was_looked_at_by_those_who_may_see_it()
    {
        await using var stage = await OpenAsync();
        await stage.Journal.SetFaultsAsync(new FaultPlan { RejectPatients = [Events.People[0].NationalId] });
        await stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Pulse("p-1", Events.People[0], 61));
        await stage.DrainAsync();
        using var administrator = await stage.TokenAsync("administrator", "larvik");
        using var other = await stage.TokenAsync("administrator", "bodo");
        var address = $"deliveries/{Text(Assert.Single(await stage.Operator.MessagesAsync()).GetProperty("deliveries")[0], "id")}/amend";
        var stored = await DocumentAsync(administrator);
        Task<(HttpStatusCode Status, JsonElement Body)> AmendAsync(OperatorClient who, string document, int generation = 0) =>
            who.SendAsync(HttpMethod.Post, address, new { document, generation, reason = "tried in a test" });

        Assert.Equal(HttpStatusCode.Forbidden, (await AmendAsync(stage.Operator, Base64(stored))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AmendAsync(other, Base64(stored))).Status);
        Assert.Equal("HUB-OPERATOR-019", Text((await AmendAsync(administrator, Base64(stored))).Body, "code"));
        Assert.Equal("HUB-OPERATOR-013", Text((await AmendAsync(administrator, Base64(stored.Replace("61", "62", StringComparison.Ordinal)), 3)).Body, "code"));
        Assert.Equal(HttpStatusCode.BadRequest, (await AmendAsync(administrator, Base64(stored[..^3]))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await AmendAsync(administrator, "no base64")).Status);
        Assert.Equal(0, stage.Journal.Ledger.Count);
    }

    private static async Task<string> DocumentAsync(OperatorClient who)
    {
        var message = Text(Assert.Single(await who.MessagesAsync()), "id");
        var (_, bodies) = await who.SendAsync(HttpMethod.Post, $"messages/{message}/bodies", new { purpose = "tried in a test" });
        return Encoding.UTF8.GetString(Assert.Single(bodies.GetProperty("documents").EnumerateArray()).GetProperty("base64").GetBytesFromBase64());
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : AmendJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : AmendJourneys(BackingKind.Servers);
}
