using System.Net;
using Hub.AcceptanceTests.Staging;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>Two municipalities in one hub that never meet.</summary>
public abstract class TenantJourneys(BackingKind backing) : Journey(backing)
{
    private static readonly Municipality Larvik = Municipality.Larvik;
    private static readonly Municipality Skien = Municipality.Skien;

    [Fact]
    public async Task Should_deliver_the_same_event_of_two_tenants_to_each_tenants_own_journal()
    {
        await using var stage = await OpenAsync(Larvik, Skien);
        var ada = Events.People[0];

        await stage.Caller(Larvik.Feed).SendAsync(Larvik, Events.Pulse("same-id", ada, 70));
        await stage.Caller(Skien.Feed).SendAsync(Skien, Events.Pulse("same-id", ada, 90));
        await stage.DrainAsync();

        var effects = stage.Journal.Ledger.Effects;
        Assert.Equal(2, effects.Count);
        Assert.Single(effects, e => e.Client == Larvik.Name);
        Assert.Single(effects, e => e.Client == Skien.Name);
        Assert.Equal(1, (await stage.Operator.LedgerAsync(Larvik.Name)).Accepted);
        Assert.All(await stage.Operator.MessagesAsync($"?tenant={Larvik.Name}"), m => Assert.Equal(Larvik.Name, m.GetProperty("tenant").GetString()));
    }

    [Fact]
    public async Task Should_never_open_one_tenant_with_the_key_of_another()
    {
        await using var stage = await OpenAsync(Larvik, Skien);
        var larvik = stage.Caller(Larvik.Feed);
        var vkp = stage.Caller(Larvik.Lenient);

        Assert.Equal(HttpStatusCode.Forbidden, (await larvik.SendAsync(Skien, Events.Pulse("astray", Events.People[0], 70))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await vkp.PostAsync($"epj/r4/{Skien.Orgnr}/observation", "{}"u8.ToArray(), "application/fhir+json")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await larvik.PostAsync("in/atlantis/feed", "{}"u8.ToArray(), "application/json")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stage.Caller(Tests.Support.TestKey.New("nobody")).SendAsync(Larvik, Events.Pulse("x", Events.People[0], 70))).Status);
        Assert.Equal(0, (await stage.Operator.LedgerAsync()).Messages);
    }

    [Fact]
    public async Task Should_not_show_operators_views_to_a_partner()
    {
        await using var stage = await OpenAsync(Larvik, Skien);
        using var request = new HttpRequestMessage(HttpMethod.Get, "ops/v1/ledger");
        request.Headers.Authorization = new("Bearer", Larvik.Feed.Value);

        using var answer = await stage.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Should_give_a_tenant_its_own_register_of_consents()
    {
        const string Asking = """  - { name: shared, content: measurement, to: journal, as: fhir.observation, requires: ["consent:share"] }""";
        var (larvik, skien) = (Larvik with { Routes = Asking }, Skien with { Routes = Asking });
        await using var stage = await OpenAsync(larvik, skien);
        var ada = Events.People[0];
        await stage.Operator.ConsentAsync(larvik.Name, ada.NationalId, "share", granted: true);

        await stage.Caller(larvik.Feed).SendAsync(larvik, Events.Pulse("a", ada, 70));
        await stage.Caller(skien.Feed).SendAsync(skien, Events.Pulse("a", ada, 70));
        await stage.DrainAsync();

        Assert.Equal(larvik.Name, Assert.Single(stage.Journal.Ledger.Effects).Client);
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : TenantJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : TenantJourneys(BackingKind.Servers);
}
