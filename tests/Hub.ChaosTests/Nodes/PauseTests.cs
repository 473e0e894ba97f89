using System.Net;
using Hub.ChaosTests.Harness;
using Hub.ChaosTests.Rounds;
using Hub.Tests.Support;
using Xunit;
using static Hub.ChaosTests.Nodes.OperatedNodes;

namespace Hub.ChaosTests.Nodes;

/// <summary>A pause that is told to one node holds at every node.</summary>
[Collection(ChaosServersCollection.Name)]
public sealed class PauseTests(ChaosServers servers)
{
    private const int Patients = 16;

    // Two seconds as promised, and one for a busy machine.
    private static readonly TimeSpan Known = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Should_hold_what_the_other_node_delivers_and_go_on_holding_when_that_one_is_killed()
    {
        await using var nodes = await MakeAsync(servers, Backing.Broker, Patients);
        await nodes.Cluster.StartAllAsync();
        await nodes.UntilAsync("both nodes own partitions", async () => await nodes.OwnedAsync(0) > 0 && await nodes.OwnedAsync(1) > 0);
        await nodes.SendAsync(1);
        await nodes.PendingAsync(0);

        Is(HttpStatusCode.OK, await nodes.Operators[1].SendAsync(HttpMethod.Put, $"pauses/{Tenant}/partners/journal", new { reason = "upgrade" }));
        await KnownAsync(nodes, 0, true);
        await nodes.SendAsync(1);
        await nodes.PendingAsync(Patients);
        Assert.Equal(Patients, nodes.Journal.Ledger.Count);

        await nodes.Cluster.KillAsync(0);
        await nodes.UntilAsync("the other node owns everything", async () => await nodes.OwnedAsync(1) == 16);
        await nodes.SendAsync(1);
        await nodes.Cluster.StartAsync(0);
        await nodes.UntilAsync("both nodes own partitions", async () => await nodes.OwnedAsync(0) > 0);
        await nodes.PendingAsync(2 * Patients);
        Assert.Equal(Patients, nodes.Journal.Ledger.Count);

        Is(HttpStatusCode.NoContent, await nodes.Operators[0].SendAsync(HttpMethod.Delete, $"pauses/{Tenant}/partners/journal", new { reason = "done" }));
        await KnownAsync(nodes, 1, false);
        await nodes.PendingAsync(0);
        Assert.Equal(3 * Patients, nodes.Journal.Ledger.Count);
    }

    private static Task KnownAsync(OperatedNodes nodes, int node, bool paused) => Wait.UntilAsync(
        $"node{node + 1} knows", Known, async () => (await nodes.MetricsAsync(node)).Contains("hub_pauses{", StringComparison.Ordinal) == paused, nodes.Cluster.Tail);
}
