using System.Net;
using Hub.AcceptanceTests.Staging;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>Changing the tenant files of a running hub.</summary>
public abstract class ConfigurationJourneys(BackingKind backing) : Journey(backing)
{
    [Fact]
    public async Task Should_use_a_new_route_without_a_restart()
    {
        var without = Municipality.Larvik with { Routes = """  - { name: plans, content: plan, to: journal, as: fhir.careplan }""" };
        await using var stage = await OpenAsync(without);
        var feed = stage.Caller(without.Feed);
        await feed.SendAsync(without, Events.Pulse("before", Events.People[0], 70));

        await stage.ReloadAsync(without with { Routes = Municipality.AllRoutes });
        await feed.SendAsync(without, Events.Pulse("after", Events.People[0], 71));
        await stage.DrainAsync();

        Assert.Single(stage.Journal.Ledger.Effects);
    }

    [Fact]
    public async Task Should_go_on_with_the_old_routes_when_the_new_file_has_errors_and_show_them()
    {
        await using var stage = await OpenAsync();
        stage.Write(Municipality.Larvik with { Routes = """  - { name: broken, content: measurment, to: nowhere, as: fhir.observation }""" });
        await Wait.UntilAsync("the errors are shown", TimeSpan.FromSeconds(20), async () => (await stage.Operator.StatusAsync()).GetProperty("configErrors").GetArrayLength() > 0);

        var answer = await stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Pulse("still", Events.People[0], 70));
        await stage.DrainAsync();

        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        Assert.Single(stage.Journal.Ledger.Effects);
        var errors = (await stage.Operator.StatusAsync()).GetProperty("configErrors").EnumerateArray().Select(e => e.GetProperty("path").GetString()).ToList();
        Assert.True(errors.Count >= 2, "both the unknown content and the unknown partner are named");
        Assert.All(errors, path => Assert.Contains("larvik.yaml:", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_let_in_by_the_new_key_and_no_longer_by_the_old_one_after_a_rotation()
    {
        await using var stage = await OpenAsync();
        var old = Municipality.Larvik;
        var rotated = new Municipality(old.Name, old.Orgnr);
        Assert.Equal(HttpStatusCode.Accepted, (await stage.Caller(old.Feed).SendAsync(old, Events.Pulse("old-key", Events.People[0], 70))).Status);

        await stage.ReloadAsync(rotated);

        Assert.Equal(HttpStatusCode.Unauthorized, (await stage.Caller(old.Feed).SendAsync(rotated, Events.Pulse("old-key-again", Events.People[0], 70))).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await stage.Caller(rotated.Feed).SendAsync(rotated, Events.Pulse("new-key", Events.People[0], 70))).Status);
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : ConfigurationJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : ConfigurationJourneys(BackingKind.Servers);
}
