using System.Net;
using Hub.ChaosTests.Harness;
using Hub.ChaosTests.Rounds;
using Hub.Simulators.Gerica;
using Xunit;
using static Hub.ChaosTests.Nodes.OperatedNodes;

namespace Hub.ChaosTests.Nodes;

/// <summary>What an operator holds or takes out at one node is not sent by the other, which has it in memory already.</summary>
[Collection(ChaosServersCollection.Name)]
public sealed class WithdrawalTests(ChaosServers servers)
{
    private const int Sent = 9;

    [Theory]
    [InlineData(Backing.Broker)]
    [InlineData(Backing.Postgres)]
    public async Task Should_not_send_what_was_taken_out_at_another_node(Backing backing)
    {
        // One patient is one lane: one is sent after the other, and the rest waits in the memory of the owner.
        await using var nodes = await MakeAsync(servers, backing, patients: 1);
        await nodes.Cluster.StartAllAsync();
        await nodes.UntilAsync("both nodes own partitions", async () => await nodes.OwnedAsync(0) > 0 && await nodes.OwnedAsync(1) > 0);
        await nodes.Journal.SetFaultsAsync(new FaultPlan { SlowMedianMs = 900 });
        var ids = await nodes.SendAsync(Sent);
        int[] waiting = [];
        await nodes.UntilAsync("one node has read ahead", async () => (waiting = [await nodes.WaitingAsync(0), await nodes.WaitingAsync(1)]).Max() > 4);
        var other = nodes.Operators[waiting[0] > waiting[1] ? 1 : 0];

        Assert.Equal(HttpStatusCode.OK, await other.ActAsync($"deliveries/{ids[5]}.1/park"));
        Assert.Equal(HttpStatusCode.OK, await other.ActAsync($"deliveries/{ids[6]}.1/discard"));
        Assert.True(nodes.Arrived.Count < 5, $"{nodes.Arrived.Count} had gone before");
        await nodes.PendingAsync(1);
        Assert.Equal([.. ids.Take(5), .. ids.Skip(7)], nodes.Arrived);

        Assert.Equal(HttpStatusCode.OK, await other.ActAsync($"deliveries/{ids[5]}.1/release"));
        await nodes.PendingAsync(0);
        Assert.Equal([.. ids.Take(5), .. ids.Skip(7), ids[5]], nodes.Arrived);
        Assert.Equal((Sent - 1, 1), ((await other.LedgerAsync()).Delivered, (await other.LedgerAsync()).DeadLettered));
        Assert.Equal(0, nodes.Journal.Ledger.Repeats);
    }
}
