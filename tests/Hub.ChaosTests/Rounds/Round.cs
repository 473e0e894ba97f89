using System.Diagnostics;
using Hub.ChaosTests.Harness;
using Hub.ChaosTests.Load;
using Hub.ChaosTests.Proof;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;

namespace Hub.ChaosTests.Rounds;

/// <summary>One round from an empty cluster to the verdict.</summary>
internal static class Round
{
    private static readonly TimeSpan DrainWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);

    public static async Task<RoundResult> RunAsync(RoundPlan plan, ChaosServers servers)
    {
        var clock = Stopwatch.StartNew();
        var folder = Directory.CreateTempSubdirectory("hub-chaos-").FullName;
        await using var journal = await GericaServer.StartAsync(new GericaOptions { Clients = ClusterFiles.Tenants.ToDictionary(t => t, _ => "chaos") });
        var files = new ClusterFiles(folder, journal.Url);
        await using var cluster = await Cluster.MakeAsync(folder, files.Folders, plan, servers);
        await using var balancer = plan.Trouble == Trouble.RollingRestart ? new Balancer(cluster.Urls) : null;
        using var traffic = new Traffic(plan.Seed, files, () => cluster.Urls, balancer is null ? null : () => balancer.Ready);
        var always = new FaultPlan { PoisonPatients = [traffic.Poisoned], RejectPatients = [traffic.Unknown] };
        await journal.SetFaultsAsync(always);
        await cluster.StartAllAsync();

        traffic.Start();
        await Task.Delay(Calm);
        var trouble = new Troublemaker(plan, cluster, servers, journal, traffic, always);
        await trouble.MakeAsync();
        await Task.Delay(Calm);
        await traffic.StopAsync(TimeSpan.FromSeconds(30));

        using var @operator = new OperatorClient(cluster.Urls[0], files.Operator);
        var poisoned = traffic.Sent.Count(e => e.MessageId is not null && e.Patient == traffic.Poisoned);
        await DrainAsync("all but the poisoned patient's delivered", poisoned, @operator, cluster);
        await journal.SetFaultsAsync(always with { PoisonPatients = [] });
        await DrainAsync("everything delivered", 0, @operator, cluster);

        var evidence = new Evidence(traffic.Sent, await @operator.LedgerAsync(), journal.Ledger.Effects, traffic.Unknown);
        IReadOnlyList<string> breaches = plan.Trouble == Trouble.RollingRestart
            ? [.. Verdict.Breaches(evidence), .. RestartVerdict.Breaches(evidence.Sent, journal.Ledger.Repeats)]
            : Verdict.Breaches(evidence);
        var result = new RoundResult(plan, evidence, journal.Ledger.Repeats, cluster.Kills, trouble.FirstDelivery, clock.Elapsed, breaches, cluster.Tail());
        if (result.Breaches.Count == 0)
            Directory.Delete(folder, recursive: true);
        return result;
    }

    private static async Task DrainAsync(string what, int left, OperatorClient @operator, Cluster cluster)
    {
        HubLedger? last = null;
        await Wait.UntilAsync(
            what,
            DrainWithin,
            async () => (last = await @operator.TryLedgerAsync() ?? last)?.Pending == left,
            () => $"{last}, {left} may be pending{Environment.NewLine}{cluster.Tail()}");
    }
}
