using System.Diagnostics;
using Hub.ChaosTests.Harness;
using Hub.ChaosTests.Load;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;

namespace Hub.ChaosTests.Rounds;

/// <summary>Does to a cluster under load what a round has planned. Which node and when is drawn from the seed.</summary>
internal sealed class Troublemaker(RoundPlan plan, Cluster cluster, ChaosServers servers, GericaServer journal, Traffic traffic, FaultPlan always)
{
    private readonly Random _random = new(plan.Seed);

    /// <summary>From the start of a killed node to the next effect at the receiver, the longest of the round; where a node was lost, until all its lanes moved again; null when no node was killed.</summary>
    public TimeSpan? FirstDelivery { get; private set; }

    public Task MakeAsync() => plan.Trouble switch
    {
        Trouble.KillNode => TwiceAsync(() => KillAsync(_random.Next(plan.Nodes))),
        Trouble.LoseNode => LoseAsync(),
        Trouble.KillAll => TwiceAsync(KillAllAsync),
        Trouble.KillPostgres => TwiceAsync(() => OutageAsync("kill9-pg", "pg")),
        Trouble.KillBroker => OutageAsync("kill9-mq", "mq"),
        Trouble.WipeBroker => WipeAsync(),
        Trouble.CutOff => TwiceAsync(CutOffAsync),
        Trouble.BadReceiver => BadReceiverAsync(),
        Trouble.RollingRestart => new RollingRestart(cluster, 2, traffic.AskAsync).MakeAsync(plan.Nodes),
        _ => throw new InvalidOperationException($"Nobody knows how to make {plan.Trouble}."),
    };

    private async Task TwiceAsync(Func<Task> act)
    {
        for (var time = 0; time < 2; time++)
        {
            await act();
            await MomentAsync(500, 1500);
        }
    }

    private async Task KillAsync(int node)
    {
        await cluster.KillAsync(node);
        await MomentAsync(0, 700);
        await TimedStartAsync([node]);
    }

    // More of a lane than the lost node can have had on its way shows that another sends it now.
    private async Task LoseAsync()
    {
        var clock = Stopwatch.StartNew();
        await cluster.KillAsync(plan.Nodes - 1);
        var lanes = traffic.Patients.Where(p => p.NationalId != traffic.Poisoned && p.NationalId != traffic.Unknown)
            .Select(p => (p.Tenant, p.NationalId, Before: journal.Ledger.Lane(p.Tenant, p.NationalId).Count)).ToList();
        await Wait.UntilAsync(
            "every patient's events take effect without the lost node",
            TimeSpan.FromSeconds(30),
            () => lanes.All(l => journal.Ledger.Lane(l.Tenant, l.NationalId).Count > l.Before + 2),
            cluster.Tail);
        FirstDelivery = clock.Elapsed;
    }

    private async Task KillAllAsync()
    {
        int[] all = [.. Enumerable.Range(0, plan.Nodes)];
        await Task.WhenAll(all.Select(cluster.KillAsync));
        await TimedStartAsync(all);
    }

    private async Task OutageAsync(string kill, string server)
    {
        await servers.RunAsync(kill);
        await MomentAsync(0, 800);
        await servers.RunAsync("start", server);
    }

    private async Task WipeAsync()
    {
        await servers.RunAsync("wipe-mq");
        await cluster.RemakeVirtualHostAsync();
        await MomentAsync(500, 1000);
    }

    private async Task CutOffAsync()
    {
        cluster.Cable!.Sever();
        await MomentAsync(1000, 2000);
        cluster.Cable.Mend();
    }

    private async Task BadReceiverAsync()
    {
        await journal.SetFaultsAsync(always with { LostAnswerRate = 0.05, ErrorRate = 0.05, CutRate = 0.05, SlowMedianMs = 5, SlowP99Ms = 100 });
        await MomentAsync(500, 1000);
        await KillAsync(_random.Next(plan.Nodes));
        await journal.SetFaultsAsync(always with { Down = DownKind.Refuse });
        await MomentAsync(500, 1000);
        await journal.SetFaultsAsync(always with { GarbleRate = 0.05, TruncateRate = 0.05 });
        await MomentAsync(500, 1000);
        await journal.SetFaultsAsync(always);
    }

    private async Task TimedStartAsync(int[] nodes)
    {
        var before = journal.Ledger.Count;
        var clock = Stopwatch.StartNew();
        foreach (var node in nodes)
            cluster.Launch(node);
        if (plan.Nodes == nodes.Length)
        {
            await Wait.UntilAsync("a delivery after the restart", TimeSpan.FromSeconds(30), () => journal.Ledger.Count > before, cluster.Tail);
            FirstDelivery = FirstDelivery > clock.Elapsed ? FirstDelivery : clock.Elapsed;
        }

        foreach (var node in nodes)
            await cluster.UntilReadyAsync(node);
    }

    private Task MomentAsync(int from, int to) => Task.Delay(_random.Next(from, to));
}
