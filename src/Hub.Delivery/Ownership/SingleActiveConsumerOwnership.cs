using Hub.Core.Storage;
using Hub.Delivery.Broker;

namespace Hub.Delivery.Ownership;

/// <summary>Several nodes with RabbitMQ: a partition belongs to the active consumer of its queue. The broker moves that within milliseconds when a connection dies.</summary>
/// <remarks>
/// A node that loses the broker keeps working on what it owns: the epoch in the database decides whose outcomes are written, and shows as
/// soon as another node has taken a partition. While the broker is away, partitions whose last owner is not alive are taken directly,
/// by the node to whose share they belong.
/// </remarks>
internal sealed class SingleActiveConsumerOwnership(NodeContext node, BrokerLink link, PartitionQueues queues) : IPartitionOwnership
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BrokerPatience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MendAfter = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly FairShare _share = new(node.Store, node.Settings.Node, node.Time, node.Settings.AliveWithin);
    private readonly TokenBook _tokens = new();
    private readonly Dictionary<int, DateTimeOffset> _consumeAgain = [];
    private BrokerSession? _session;
    private IOwnerSeat _seat = null!;
    private Task _loop = Task.CompletedTask;
    private DateTimeOffset _renewAt;
    private DateTimeOffset _mendAt;
    private DateTimeOffset _nextTick;

    public string Name => "single-active-consumer";

    public bool IsExclusive => false;

    public async Task StartAsync(IOwnerSeat seat, CancellationToken cancel)
    {
        _seat = seat;
        _renewAt = node.Now + RenewAfter;
        try
        {
            await _share.BeatAsync(cancel);
            // Nobody else is alive: no need to wait for the broker.
            if (_share.Live.Count == 1)
                await TakeOrphansAsync(cancel);
        }
        catch (StoreUnavailableException away)
        {
            node.Outages.Failed("Looking after ownership", away);
        }

        link.Start(queues.OpenAsync);
        _loop = Task.Run(RunAsync, CancellationToken.None);
    }

    public async Task ReleaseAsync(CancellationToken cancel)
    {
        await _stop.CancelAsync();
        await _loop;
        // Closing the session gives the tokens back to their queues, and the next consumer of each has them at once.
        await link.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await link.DisposeAsync();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await TokensAsync(_stop.Token);
                if (node.Now >= _nextTick)
                {
                    _nextTick = node.Now + Tick;
                    await LookAsync(_stop.Token);
                }

                await WaitForTokenAsync(_stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                node.Outages.Failed("Looking after ownership", failure);
                await Task.Delay(TimeSpan.FromMilliseconds(200), node.Time, CancellationToken.None);
            }
        }
    }

    private async Task WaitForTokenAsync(CancellationToken stop)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var arrival = queues.Arrivals.WaitToReadAsync(waiting.Token).AsTask();
        await Task.WhenAny(arrival, Task.Delay(Tick, node.Time, waiting.Token));
        await waiting.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }

    // Takes the partitions of all tokens that have come, in one step.
    private async Task TokensAsync(CancellationToken cancel)
    {
        FollowSession();
        var taken = new List<int>();
        while (queues.Arrivals.TryRead(out var arrival))
        {
            if (!ReferenceEquals(arrival.Session, _session))
            {
                if (!arrival.Session.IsOpen)
                    continue;
                _session = arrival.Session;
                _tokens.Clear();
                _consumeAgain.Clear();
            }

            if (_tokens.Put(arrival.Partition, arrival.Tag) is { } older)
                await arrival.Session.Consume.BasicAckAsync(older, false, cancel);
            if (_seat.EpochOf(arrival.Partition) is null && !taken.Contains(arrival.Partition))
                taken.Add(arrival.Partition);
        }

        if (taken.Count > 0)
            await TakeAsync(taken, cancel);
    }

    private void FollowSession()
    {
        if (_session is { IsOpen: true })
            return;
        _session = link.Session;
        _tokens.Clear();
        _consumeAgain.Clear();
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        FollowSession();
        await _share.BeatAsync(cancel);
        await DropStaleAsync(cancel);
        // Tokens that came while the database was away: the partition is still to be taken.
        var untaken = _tokens.Partitions.Where(p => _seat.EpochOf(p) is null && !_consumeAgain.ContainsKey(p)).ToList();
        if (untaken.Count > 0)
            await TakeAsync(untaken, cancel);
        if (link.AwaySince is { } since)
        {
            if (node.Now - since >= BrokerPatience)
                await TakeOrphansAsync(cancel);
            return;
        }

        if (_session is null)
            return;
        await GiveAsync(_session, cancel);
        await ConsumeAgainAsync(_session, cancel);
        await MendAsync(_session, cancel);
        await RenewAsync(_session, cancel);
    }

    private async Task DropStaleAsync(CancellationToken cancel)
    {
        var stale = (await node.Store.OwnersAsync(cancel)).Where(o => _seat.EpochOf(o.Partition) is { } mine && mine != o.Epoch).Select(o => o.Partition).ToList();
        if (stale.Count > 0)
            _seat.Lost(stale, "another node took them");
    }

    private async Task TakeOrphansAsync(CancellationToken cancel)
    {
        var owners = (await node.Store.OwnersAsync(cancel)).ToDictionary(o => o.Partition, o => o.Node);
        var orphans = Enumerable.Range(0, node.Installation.Partitions)
            .Where(p => _seat.EpochOf(p) is null && _share.IsMine(p) && !(owners.TryGetValue(p, out var owner) && _share.IsOtherAlive(owner)))
            .ToList();
        if (orphans.Count > 0)
            await TakeAsync(orphans, cancel);
    }

    private async Task TakeAsync(IReadOnlyList<int> partitions, CancellationToken cancel)
    {
        _seat.Gained(await node.Store.TakeAsync(node.Settings.Node, partitions, cancel));
        _share.Took(partitions);
    }

    // The consumer goes first, then the token: the broker hands it to the next consumer of the queue.
    private async Task GiveAsync(BrokerSession session, CancellationToken cancel)
    {
        var give = _share.ToGive(_seat.Owned).Where(_tokens.Holds).ToList();
        if (give.Count == 0)
            return;
        await _seat.LeaveAsync(give, "they belong to another node's share");
        foreach (var partition in give)
        {
            await queues.StopConsumingAsync(session, partition, cancel);
            _consumeAgain[partition] = node.Now + TimeSpan.FromSeconds(1);
            if (_tokens.Remove(partition) is { } token)
                await session.Consume.BasicNackAsync(token, multiple: false, requeue: true, cancel);
        }
    }

    private async Task ConsumeAgainAsync(BrokerSession session, CancellationToken cancel)
    {
        foreach (var partition in _consumeAgain.Where(c => c.Value <= node.Now).Select(c => c.Key).ToList())
        {
            _consumeAgain.Remove(partition);
            await queues.ConsumeAsync(session, partition, cancel);
        }
    }

    // A queue may have lost its token: its publisher died in between, or the broker was wiped. Whoever is the active consumer gets the new one.
    private async Task MendAsync(BrokerSession session, CancellationToken cancel)
    {
        if (node.Now < _mendAt)
            return;
        _mendAt = node.Now + MendAfter;
        var elsewhere = (await node.Store.OwnersAsync(cancel)).Where(o => _share.IsOtherAlive(o.Node)).Select(o => o.Partition).ToHashSet();
        foreach (var partition in Enumerable.Range(0, node.Installation.Partitions))
        {
            if (!_tokens.Holds(partition) && !_consumeAgain.ContainsKey(partition) && (_seat.EpochOf(partition) is not null || !elsewhere.Contains(partition)))
                await queues.PublishTokenAsync(session, partition, cancel);
        }
    }

    // The broker ends a channel whose messages stay unacknowledged for 30 minutes (consumer_timeout): each token is replaced in time.
    private async Task RenewAsync(BrokerSession session, CancellationToken cancel)
    {
        if (node.Now < _renewAt)
            return;
        _renewAt = node.Now + RenewAfter;
        foreach (var partition in _tokens.Partitions.ToList())
            await queues.PublishTokenAsync(session, partition, cancel);
    }
}
