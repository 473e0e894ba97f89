using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Hub.ChaosTests.Harness;
using Hub.ChaosTests.Rounds;
using Xunit;
using static Hub.ChaosTests.Nodes.OperatedNodes;

namespace Hub.ChaosTests.Nodes;

/// <summary>An action runs on one of two nodes, and goes on at the other when that one goes.</summary>
[Collection(ChaosServersCollection.Name)]
public sealed class ActionTests(ChaosServers servers)
{
    private const int Total = 60;

    // A node that was killed keeps its claim for ten seconds; one that stops must not.
    private static readonly TimeSpan NoGap = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task Should_go_on_at_the_other_node_when_the_one_that_carries_it_out_is_killed()
    {
        await using var nodes = await RunningAsync();
        var id = await StartAsync(nodes, 6);
        await nodes.Cluster.StartAsync(1);
        Assert.Equal("running", Text(await nodes.Operators[1].GetAsync($"actions/{id}"), "state"));

        await nodes.Cluster.KillAsync(0);
        await EndedAsync(nodes, id);

        await EachOnceAsync(nodes, id);
    }

    [Fact]
    public async Task Should_go_on_at_once_at_the_other_node_when_the_one_that_carries_it_out_stops()
    {
        await using var nodes = await RunningAsync();
        var id = await StartAsync(nodes, 6);
        await nodes.Cluster.StartAsync(1);
        Assert.Equal("running", Text(await nodes.Operators[1].GetAsync($"actions/{id}"), "state"));

        await nodes.Cluster.TerminateAsync(0);
        var longest = await EndedAsync(nodes, id);
        Assert.Equal(0, await nodes.Cluster.ExitAsync(0, TimeSpan.FromSeconds(30)));

        await EachOnceAsync(nodes, id);
        Assert.True(longest < NoGap, $"Nothing was done for {longest.TotalSeconds:0.0} s");
    }

    [Fact]
    public async Task Should_end_an_action_that_the_other_node_carries_out()
    {
        await using var nodes = await RunningAsync();
        var id = await StartAsync(nodes, 4);
        await nodes.Cluster.StartAsync(1);

        Assert.Equal(HttpStatusCode.OK, await nodes.Operators[1].ActAsync($"actions/{id}/cancel"));
        var ended = await nodes.Operators[0].GetAsync($"actions/{id}");
        Assert.Equal("cancelled", Text(ended, "state"));

        // The next one runs to its end: time enough for the first to be seen if it went on.
        await EndedAsync(nodes, await StartAsync(nodes, 30));
        Assert.Equal(Done(ended), (await nodes.AuditAsync("delivery.redeliver", 1)).Count(e => e.Reason!.Contains(id, StringComparison.Ordinal)));
        Assert.InRange(Done(ended), 0, Total - 1);
    }

    // One node only: it is the one that carries the action out.
    private async Task<OperatedNodes> RunningAsync()
    {
        var nodes = await MakeAsync(servers, Backing.Broker, patients: 6);
        await nodes.Cluster.StartAsync(0);
        await nodes.SendAsync(Total / 6);
        await nodes.PendingAsync(0);
        return nodes;
    }

    private static async Task<string> StartAsync(OperatedNodes nodes, int perSecond)
    {
        object target = new { filter = new { tenant = Tenant } };
        var include = new { alreadyDelivered = true };
        var preview = await nodes.Operators[0].SendAsync(HttpMethod.Post, "actions/preview", new { kind = "redeliver", target, include });
        Is(HttpStatusCode.OK, preview);
        var started = await nodes.Operators[0].SendAsync(
            HttpMethod.Post, "actions", new { kind = "redeliver", target, include, reason = "tried in a test", perSecond, preview = Text(preview.Body, "token") });
        Is(HttpStatusCode.Accepted, started);
        var id = Text(started.Body, "id")!;
        await nodes.UntilAsync("it is on its way", async () => Done(await nodes.Operators[0].GetAsync($"actions/{id}")) > 0);
        return id;
    }

    // Gives the longest time for which nothing was done.
    private static async Task<TimeSpan> EndedAsync(OperatedNodes nodes, string id)
    {
        var (longest, done, since) = (TimeSpan.Zero, -1, Stopwatch.GetTimestamp());
        await nodes.UntilAsync("the action ends", async () =>
        {
            var action = await nodes.Operators[1].GetAsync($"actions/{id}");
            var gap = Stopwatch.GetElapsedTime(since);
            longest = gap > longest ? gap : longest;
            if (Done(action) != done)
                (done, since) = (Done(action), Stopwatch.GetTimestamp());
            return Text(action, "state") == "done";
        });
        return longest;
    }

    private static async Task EachOnceAsync(OperatedNodes nodes, string id)
    {
        var ended = await nodes.Operators[1].GetAsync($"actions/{id}");
        Assert.Equal((Total, "operator:chaos"), (Done(ended), Text(ended, "by")));
        var acts = await nodes.AuditAsync("delivery.redeliver", 1);
        Assert.Equal((Total, Total), (acts.Count, acts.Select(a => a.Target).Distinct().Count()));
        Assert.Equal(("operator:chaos", id), await OnlyAsync("action.start"));
        Assert.Equal(("operator:chaos", id), await OnlyAsync("action.end"));
        await nodes.PendingAsync(0, node: 1);
        Assert.Equal(Total, (await nodes.Operators[1].LedgerAsync()).Delivered);
        Assert.Equal(Total, nodes.Journal.Ledger.Count);

        async Task<(string, string?)> OnlyAsync(string action) => Assert.Single((await nodes.AuditAsync(action, 1)).Select(a => (a.Who, a.Target)));
    }

    private static int Done(JsonElement action) => action.GetProperty("done").GetInt32();
}
