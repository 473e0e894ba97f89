using Hub.ChaosTests.Harness;
using Hub.ChaosTests.Rounds;
using Xunit;

namespace Hub.ChaosTests;

/// <summary>The network loses three in ten both ways, doubles and reorders, counterparts start anew and nodes are killed, or are restarted in order: every message takes effect once and comes to its end.</summary>
[Collection(ChaosServersCollection.Name)]
public sealed class NetworkRoundTests(ChaosServers servers)
{
    private static int _lines;

    public static TheoryData<RoundPlan> OnSqlite => Rounds(p => p.Backing == Backing.Sqlite);

    public static TheoryData<RoundPlan> OnBroker => Rounds(p => p.Backing == Backing.Broker);

    [Theory(DisableDiscoveryEnumeration = true, SkipTestWithoutData = true)]
    [MemberData(nameof(OnSqlite))]
    public Task Should_bring_every_message_to_its_end_on_sqlite(RoundPlan plan) => PlayAsync(plan);

    [Theory(DisableDiscoveryEnumeration = true, SkipTestWithoutData = true)]
    [MemberData(nameof(OnBroker))]
    public Task Should_bring_every_message_to_its_end_on_postgres_with_rabbitmq(RoundPlan plan) => PlayAsync(plan);

    private async Task PlayAsync(RoundPlan plan)
    {
        Assert.SkipWhen(plan.Backing != Backing.Sqlite && ChaosServers.Missing is not null, ChaosServers.Missing ?? "");
        if (Interlocked.Increment(ref _lines) == 1)
            Console.WriteLine(NetworkResult.Head);
        var result = await NetworkRound.RunAsync(plan, servers);
        Console.WriteLine(result.Line);
        Assert.True(result.Breaches.Count == 0, $"{plan}{Environment.NewLine}{string.Join(Environment.NewLine, result.Breaches)}{Environment.NewLine}{result.Logs}");
    }

    private static TheoryData<RoundPlan> Rounds(Func<RoundPlan, bool> which) => [.. RoundPlan.All.Where(p => p.IsOnNetwork && which(p))];
}
