using System.Net;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Operating;

public sealed class DownPartnerTests
{
    /// <summary>What comes while a journal is down waits untried: neither map nor partner page may take that for health, or for no tries.</summary>
    [Fact]
    public async Task Should_show_a_partner_as_down_and_its_last_tries_behind_a_long_queue()
    {
        await using var stage = await Stage.OpenAsync(BackingKind.Embedded);
        await stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
        var feed = stage.Caller(Municipality.Larvik.Feed);
        for (var i = 0; i < 6; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(Municipality.Larvik, Events.Pulse($"p-{i}", Events.People[i], 60 + i))).Status);
        await Wait.UntilAsync("the circuit is open", TimeSpan.FromSeconds(30), async () => (await stage.Operator.GetAsync("partners/larvik/journal")).GetProperty("state").GetString() == "down", stage.Logs);
        for (var i = 0; i < 60; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(Municipality.Larvik, Events.Pulse($"q-{i}", Events.People[i % 6], 60))).Status);

        var edge = Assert.Single((await stage.Operator.GetAsync("flow?tenant=larvik&partner=journal")).GetProperty("edges").EnumerateArray());
        Assert.Equal("down", edge.GetProperty("health").GetString());
        Assert.NotEqual(0, (await stage.Operator.GetAsync("partners/larvik/journal")).GetProperty("attempts").GetArrayLength());
    }
}
