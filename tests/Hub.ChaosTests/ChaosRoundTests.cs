using Hub.ChaosTests.Harness;
using Hub.ChaosTests.Rounds;
using Xunit;

namespace Hub.ChaosTests;

/// <summary>Real processes, really killed: whatever was answered 202 takes effect once, in order, at the right tenant.</summary>
[Collection(ChaosServersCollection.Name)]
public sealed class ChaosRoundTests(ChaosServers servers)
{
    private static int _lines;

    public static TheoryData<RoundPlan> OnSqlite => Rounds(p => p.Backing == Backing.Sqlite);

    public static TheoryData<RoundPlan> OnPostgres => Rounds(p => p.Backing == Backing.Postgres);

    public static TheoryData<RoundPlan> OnBroker => Rounds(p => p.Backing == Backing.Broker);

    [Theory(DisableDiscoveryEnumeration = true, SkipTestWithoutData = true)]
    [MemberData(nameof(OnSqlite))]
    public Task Should_keep_every_promise_on_sqlite(RoundPlan plan) => PlayAsync(plan);

    [Theory(DisableDiscoveryEnumeration = true, SkipTestWithoutData = true)]
    [MemberData(nameof(OnPostgres))]
    public Task Should_keep_every_promise_on_postgres_alone(RoundPlan plan) => PlayAsync(plan);

    [Theory(DisableDiscoveryEnumeration = true, SkipTestWithoutData = true)]
    [MemberData(nameof(OnBroker))]
    public Task Should_keep_every_promise_on_postgres_with_rabbitmq(RoundPlan plan) => PlayAsync(plan);

    private async Task PlayAsync(RoundPlan plan)
    {
        Assert.SkipWhen(plan.Backing != Backing.Sqlite && ChaosServers.Missing is not null, ChaosServers.Missing ?? "");
        if (Interlocked.Increment(ref _lines) == 1)
            Console.WriteLine(RoundResult.Head);
        var result = await Round.RunAsync(plan, servers);
        Console.WriteLine(result.Line);
        Assert.True(result.Breaches.Count == 0, $"{plan}{Environment.NewLine}{string.Join(Environment.NewLine, result.Breaches)}{Environment.NewLine}{result.Logs}");
    }

    private static TheoryData<RoundPlan> Rounds(Func<RoundPlan, bool> which) => [.. RoundPlan.All.Where(p => !p.IsOnNetwork && which(p))];
}
