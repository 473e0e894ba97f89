using Hub.Core.Storage;
using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;

namespace Hub.Host.Demo;

/// <summary>One demo from the first event to the proof.</summary>
internal sealed class DemoRun : IAsyncDisposable
{
    // The journal of the second tenant does not know this patient.
    private const int UnknownPatient = 4;
    private const int NetworkTenant = DemoHub.OnNetwork;

    private readonly DemoOptions _options;
    private readonly DemoHub _place;
    private readonly TimeProvider _time;
    private readonly IReadOnlyList<DignioFeed> _feeds;
    private readonly BoardReader _boards;
    private readonly DateOnly _firstDay;

    private DemoRun(DemoOptions options, DemoHub place, TimeProvider time)
    {
        _options = options;
        _place = place;
        _time = time;
        _feeds = [.. place.Tenants.Select(t => new DignioFeed(t.Webhook(place.Url), time))];
        _boards = new BoardReader(place, _feeds, time);
        _firstDay = DateOnly.FromDateTime(time.GetUtcNow().Date).AddDays(-options.Days);
    }

    /// <summary>Starts hub and simulators.</summary>
    /// <param name="options">How the demo runs.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The demo, nothing sent yet.</returns>
    public static async Task<DemoRun> StartAsync(DemoOptions options, TimeProvider time, CancellationToken cancel) =>
        new(options, await DemoHub.StartAsync(0, options.Dump is not null, cancel), time);

    /// <summary>Where configuration, data and log are.</summary>
    public string Directory => _place.Directory;

    /// <summary>Runs the demo.</summary>
    /// <param name="screen">Where it is shown.</param>
    /// <param name="cancel">Stops feeding and draining; the summary still comes.</param>
    /// <returns>How it ended.</returns>
    public async Task<DemoResult> RunAsync(IScreen screen, CancellationToken cancel)
    {
        await screen.ShowAsync(_boards.ReadAsync, PlayAsync(cancel));
        await _place.Hub.StopAsync(CancellationToken.None);
        return await ResultAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var feed in _feeds)
            feed.Dispose();
        await _place.DisposeAsync();
    }

    private async Task PlayAsync(CancellationToken cancel)
    {
        _boards.Phase = "events come in";
        await HealthyAsync();
        using var feeding = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        feeding.CancelAfter(TimeSpan.FromSeconds(_options.Seconds));
        var feeds = _feeds.Select((feed, i) => feed.RunAsync(Story(i), DemoOptions.EventsPerSecond, feeding.Token)).ToList();
        await Task.WhenAll(feeds.Append(BreakAsync(feeding.Token)).Append(LettersAsync(feeding.Token)));
        _boards.Phase = "no more events; what is waiting drains";
        await DrainAsync(cancel);
        _boards.Phase = "done";
    }

    private async Task HealthyAsync()
    {
        var unknown = SyntheticPerson.Make(Seed(1), DemoOptions.Patients)[UnknownPatient].NationalId;
        await First.SetFaultsAsync(new FaultPlan { SlowMedianMs = 3, SlowP99Ms = 40, LostAnswerRate = 0.04 });
        await _place.Tenants[1].Journal.SetFaultsAsync(new FaultPlan { SlowMedianMs = 5, SlowP99Ms = 60, ErrorRate = 0.02, RejectPatients = [unknown] });
    }

    private GericaServer First => _place.Tenants[0].Journal;

    private async Task BreakAsync(CancellationToken cancel)
    {
        if (!await WaitAsync(_options.BreakAt, cancel))
            return;
        _boards.Phase = $"the journal of {_place.Tenants[0].Name} is down: its deliveries wait, the others flow";
        await First.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
        await WaitAsync(_options.BrokenFor, cancel);
        await HealthyAsync();
        _boards.Phase = $"the journal of {_place.Tenants[0].Name} is back: the backlog drains in order";
    }

    private async Task DrainAsync(CancellationToken cancel)
    {
        var start = _time.GetTimestamp();
        while (_time.GetElapsedTime(start) < _options.DrainFor && await IsBusyAsync())
        {
            if (!await WaitAsync(TimeSpan.FromMilliseconds(100), cancel))
                return;
        }
    }

    // A letter that is on its way to the hub is not in its ledger yet.
    private async Task<bool> IsBusyAsync() =>
        Network.Counterparts.Any(c => !c.Server.Ledger.IsSettled) || (await _place.Hub.Services.Store.LedgerAsync(null, CancellationToken.None)).Pending > 0;

    private DemoNetwork Network => _place.Tenants[NetworkTenant].Network!;

    private Task LettersAsync(CancellationToken cancel) =>
        new NetworkStory(Network, SyntheticPerson.Make(Seed(NetworkTenant), DemoOptions.Patients), time => WaitAsync(time, cancel)).TellAsync(TimeSpan.FromSeconds(_options.Seconds));

    private async Task<bool> WaitAsync(TimeSpan time, CancellationToken cancel)
    {
        await Task.Delay(time, _time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !cancel.IsCancellationRequested;
    }

    private IEnumerable<FeedEvent> Story(int tenant) => DignioStory.Tell(Seed(tenant), DemoOptions.Patients, _firstDay, _options.Days);

    private int Seed(int tenant) => unchecked((_options.Seed * 2) + tenant);

    private async Task<DemoResult> ResultAsync()
    {
        var messages = await _boards.MessagesAsync();
        var ledger = await _place.Hub.Services.Store.LedgerAsync(null, CancellationToken.None);
        var differences = _place.Tenants.SelectMany((tenant, i) => Proof.Differences(
            tenant.Name,
            _feeds[i].Ledger.Entries,
            [.. messages.Where(m => m.Message.Tenant == tenant.Name)],
            tenant.Journal.Ledger.Effects,
            tenant.Journal.Ledger.Report())).ToList();
        differences.AddRange(Network.Counterparts.SelectMany(
            c => NetworkProof.Differences(c.Name, c.Server.Ledger, [.. messages.Where(m => m.Message.Tenant == Network.Tenant)])));
        differences.AddRange(NetworkProof.Differences(Network.Vendor.Ledger, [.. messages.Where(m => m.Message.Tenant == Network.Tenant)]));
        if (!ledger.Balances)
            differences.Add($"the hub's own ledger: {ledger.Accepted} accepted is not {ledger.Delivered} + {ledger.DeadLettered} + {ledger.Pending}");
        var dumped = _options.Dump is { } directory ? DumpFiles.Write(directory, _place.Tenants, messages) : 0;
        var letters = _options.Dump is { } dump ? NetworkDump.Write(Path.Combine(dump, "network"), Network) : 0;
        return new DemoResult(await _boards.ReadAsync(), messages, [.. _feeds.Select(f => f.Ledger)], differences, dumped) { DumpedLetters = letters, Stays = Network.Vendor.Ledger.Events };
    }
}

/// <summary>How a demo ended.</summary>
/// <param name="Board">The last board.</param>
/// <param name="Messages">Every message.</param>
/// <param name="Feeds">The vendors' ledgers, by tenant.</param>
/// <param name="Differences">Where the ledgers disagree; empty when in = out.</param>
/// <param name="Dumped">Documents written to files.</param>
internal sealed record DemoResult(Board Board, IReadOnlyList<MessageView> Messages, IReadOnlyList<FeedLedger> Feeds, IReadOnlyList<string> Differences, int Dumped)
{
    /// <summary>Messages of the network written to files.</summary>
    public int DumpedLetters { get; init; }

    /// <summary>What the vendor was told of stays in hospital.</summary>
    public IReadOnlyList<FollowUpEvent> Stays { get; init; } = [];
}
