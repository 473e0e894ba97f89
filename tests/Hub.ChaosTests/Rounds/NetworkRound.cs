using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Hub.ChaosTests.Harness;
using Hub.ChaosTests.Load;
using Hub.ChaosTests.Proof;
using Hub.Ebxml.Reliability;
using Hub.Simulators.Gerica;
using Hub.Simulators.Messaging;
using Hub.Tests.Support;

namespace Hub.ChaosTests.Rounds;

/// <summary>One round on a message network: one that loses, doubles, delays and reorders, both ways, while nodes are killed and counterparts started anew; or one in order, while nodes are restarted in order.</summary>
internal sealed partial class NetworkRound : IAsyncDisposable
{
    private static readonly TimeSpan DrainWithin = TimeSpan.FromSeconds(90);
    private static readonly Lazy<(MessagingCa Issuer, PartyKeys Hub, PartyKeys Gp, PartyKeys Hospital)> Pki = new(() =>
    {
        var issuer = new MessagingCa();
        return (issuer, issuer.KeysFor(NetworkFiles.Party), issuer.KeysFor(CounterpartParty.Gp), issuer.KeysFor(CounterpartParty.Hospital));
    });

    private readonly RoundPlan _plan;
    private readonly Random _random;
    private readonly SemaphoreSlim _writing = new(1);
    private CounterpartServer _gp = null!;
    private CounterpartServer _hospital = null!;

    private NetworkRound(RoundPlan plan) => (_plan, _random) = (plan, new Random(plan.Seed));

    private bool IsLossy => _plan.Trouble == Trouble.LossyNetwork;

    public static async Task<NetworkResult> RunAsync(RoundPlan plan, ChaosServers servers)
    {
        await using var round = new NetworkRound(plan);
        return await round.PlayAsync(servers);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var counterpart in new[] { _gp, _hospital })
        {
            if (counterpart is not null)
                await counterpart.DisposeAsync();
        }
        _writing.Dispose();
    }

    private async Task<NetworkResult> PlayAsync(ChaosServers servers)
    {
        var clock = Stopwatch.StartNew();
        var folder = Directory.CreateTempSubdirectory("hub-chaos-").FullName;
        await using var journal = await GericaServer.StartAsync(new GericaOptions { Clients = new Dictionary<string, string> { [NetworkFiles.Tenant] = "chaos" }, KeepBodies = true });
        // Cut connections make an answer wait for its standard schedule: the hospital loses unseen instead, the GP both ways.
        _gp = await StartAsync(CounterpartParty.Gp, Pki.Value.Gp, new MessagingFaults { CutRate = 0.1, SwallowRate = 0.1, LoseAnswerRate = 0.1 });
        _hospital = await StartAsync(CounterpartParty.Hospital, Pki.Value.Hospital, new MessagingFaults { SwallowRate = 0.3 });
        var files = new NetworkFiles(folder, journal.Url, Pki.Value.Hub, Pki.Value.Issuer, _gp, _hospital, IsLossy ? "400ms" : "10s");
        await using var cluster = await Cluster.MakeAsync(folder, files.Folders, _plan, servers);
        await using var balancer = IsLossy ? null : new Balancer(cluster.Urls);
        await using var door = balancer is null ? null : new FrontDoor(() => balancer.Ready);
        Know(door is null ? [cluster.Urls[0], cluster.Urls[^1]] : [door.Url, door.Url]);
        using var traffic = new PlanTraffic(_plan.Seed, files, () => cluster.Urls, WriteAsync);
        await cluster.StartAllAsync();

        traffic.Start();
        await (IsLossy ? TroubleAsync(cluster) : new RollingRestart(cluster, 1, traffic.AskAsync).MakeAsync(_plan.Nodes));
        await traffic.StopAsync(TimeSpan.FromSeconds(30));
        var ended = clock.Elapsed;
        using var @operator = new OperatorClient(cluster.Urls[0], files.Operator);
        await DrainAsync(@operator, cluster);

        var evidence = new NetworkEvidence(
            traffic.Sent, await @operator.LedgerAsync(), [.. _gp.Ledger.Effects.Select(EventOf)], _hospital.Ledger.Sent,
            [.. journal.Ledger.Effects.Select(LetterOf)], _gp.Ledger.Sent, _gp.Ledger.Report().Repeats + _hospital.Ledger.Report().Repeats,
            [.. _gp.Ledger.Faults.Concat(_hospital.Ledger.Faults).Select(f => $"{f.Code}: {f.Text}")])
        {
            KeepsOrder = !IsLossy,
        };
        var result = new NetworkResult(
            _plan, evidence, _gp.Ledger.Signals.Repeats + _hospital.Ledger.Signals.Repeats, evidence.Letters.Sum(l => l.TimesSent), cluster.Kills, ended, clock.Elapsed,
            NetworkVerdict.Breaches(evidence), cluster.Tail());
        if (result.Breaches.Count == 0)
            Directory.Delete(folder, recursive: true);
        return result;
    }

    // In between everything goes on; which node and when is drawn from the seed.
    private async Task TroubleAsync(Cluster cluster)
    {
        await MomentAsync(800, 1500);
        await KillAsync(cluster);
        _gp = await _gp.RestartAsync();
        await MomentAsync(300, 800);
        await RestartHospitalAsync();
        await KillAsync(cluster);
        await MomentAsync(300, 800);
    }

    // Nobody writes a letter at a hospital that is being started anew.
    private async Task WriteAsync(Func<CounterpartServer, Letter> letter)
    {
        await _writing.WaitAsync();
        try
        {
            await _hospital.SendAsync(letter(_hospital), NetworkFiles.Party.ServiceHer);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task RestartHospitalAsync()
    {
        await _writing.WaitAsync();
        try
        {
            _hospital = await _hospital.RestartAsync();
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task KillAsync(Cluster cluster)
    {
        var node = _random.Next(_plan.Nodes);
        await cluster.KillAsync(node);
        await MomentAsync(0, 400);
        await cluster.StartAsync(node);
    }

    private async Task DrainAsync(OperatorClient @operator, Cluster cluster)
    {
        HubLedger? last = null;
        await Wait.UntilAsync(
            "everything ended on both sides", DrainWithin,
            async () => _gp.Ledger.IsSettled && _hospital.Ledger.IsSettled && (last = await @operator.TryLedgerAsync() ?? last)?.Pending == 0,
            () => $"{_plan}: {last}; {_gp.Ledger.Report()}; {_hospital.Ledger.Report()}{Environment.NewLine}{cluster.Tail()}");
    }

    private Task<CounterpartServer> StartAsync(CounterpartParty party, PartyKeys keys, MessagingFaults faults) => CounterpartServer.StartAsync(new CounterpartOptions
    {
        Party = party,
        Keys = keys,
        Seed = _plan.Seed,
        Schedule = new ResendSchedule(60, TimeSpan.FromMilliseconds(IsLossy ? 400 : 2000), TimeSpan.FromMinutes(5), TimeSpan.FromMilliseconds(200)),
        AnswerWithin = TimeSpan.FromMinutes(5),
        Faults = IsLossy ? faults with { LoseOutgoingRate = 0.3, DuplicateRate = 0.1, ReorderRate = 0.1, Delay = TimeSpan.FromMilliseconds(60) } : MessagingFaults.None,
    });

    // On a network that loses, the GP writes to the first node and the hospital to the last one; else both to whichever is ready.
    private void Know(IReadOnlyList<Uri> hub)
    {
        foreach (var (counterpart, address) in new[] { _gp, _hospital }.Zip(hub))
            counterpart.Know(new CounterpartPeer(NetworkFiles.Party, [Pki.Value.Hub.Signing], Pki.Value.Hub.Encryption, new Uri(address, $"ebxml/{NetworkFiles.Tenant}").AbsoluteUri));
    }

    private Task MomentAsync(int from, int to) => Task.Delay(_random.Next(from, to));

    private static string EventOf(LetterEffect effect) => Marked().Match(Encoding.UTF8.GetString(effect.Document.Span)) is { Success: true } found ? found.Groups[1].Value : $"unmarked {effect.MsgId}";

    // The document's identifier is the letter's MsgId.
    private string LetterOf(Effect effect)
    {
        var body = Encoding.UTF8.GetString(effect.Body!);
        return _hospital.Ledger.Sent.FirstOrDefault(l => body.Contains(l.DocumentId, StringComparison.OrdinalIgnoreCase))?.DocumentId ?? $"unknown {effect.Key}";
    }

    [GeneratedRegex(PlanTraffic.Mark + @"(\d+-\d+)\.")]
    private static partial Regex Marked();
}
