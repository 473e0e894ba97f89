using Hub.Core.Storage;

namespace Hub.Delivery.Ownership;

/// <summary>Several nodes without a broker: a partition belongs to the node whose database session holds its lock. Looked after four times a second.</summary>
internal sealed class AdvisoryLockOwnership(NodeContext node, IPartitionLocks locks) : IPartitionOwnership
{
    private readonly CancellationTokenSource _stop = new();
    private readonly FairShare _share = new(node.Store, node.Settings.Node, node.Time, node.Settings.AliveWithin);
    private readonly Dictionary<int, DateTimeOffset> _notBefore = [];
    private readonly List<int> _all = [.. Enumerable.Range(0, node.Installation.Partitions)];
    private IPartitionLocks? _locks = locks;
    private IOwnerSeat _seat = null!;
    private Task _loop = Task.CompletedTask;

    public string Name => "advisory-locks";

    public bool IsExclusive => false;

    public async Task StartAsync(IOwnerSeat seat, CancellationToken cancel)
    {
        _seat = seat;
        await LookAsync(cancel);
        _loop = Task.Run(RunAsync, CancellationToken.None);
    }

    public async Task ReleaseAsync(CancellationToken cancel)
    {
        await _stop.CancelAsync();
        await _loop;
        if (_locks is not null)
            await _locks.ReleaseAsync(_all, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        if (_locks is not null)
            await _locks.DisposeAsync();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(node.Settings.OwnershipPoll, node.Time, _stop.Token);
                await LookAsync(_stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                node.Outages.Failed("Looking after ownership", failure);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        if (_locks is null || !await _locks.IsAliveAsync(cancel))
            await ReopenAsync(cancel);
        await _share.BeatAsync(cancel);
        await TakeAsync(cancel);
        await GiveAsync(cancel);
    }

    // The session, and with it every lock, was lost. Until another node's epoch shows, this node keeps working on what it owned.
    private async Task ReopenAsync(CancellationToken cancel)
    {
        if (_locks is not null)
            await _locks.DisposeAsync();
        _locks = null;
        _locks = await node.Store.OpenLocksAsync(cancel);
        var owned = _seat.Owned;
        var held = (await _locks!.TryLockAsync(owned, cancel)).ToHashSet();
        var owners = (await node.Store.OwnersAsync(cancel)).ToDictionary(o => o.Partition);
        var lost = owned.Where(p => !held.Contains(p) || owners[p].Epoch != _seat.EpochOf(p)).ToList();
        if (lost.Count == 0)
            return;
        await _locks.ReleaseAsync([.. lost.Where(held.Contains)], cancel);
        _seat.Lost(lost, "the locks fell with their connection");
    }

    private async Task TakeAsync(CancellationToken cancel)
    {
        // What is being given up is this node's still: taken anew, its epoch would rise over the outcomes that are yet to be written.
        var now = node.Now;
        var wanted = _all.Where(p => _seat.EpochOf(p) is null && _notBefore.GetValueOrDefault(p) <= now).ToList();
        if (wanted.Count == 0)
            return;
        var held = await _locks!.TryLockAsync(wanted, cancel);
        if (held.Count == 0)
            return;
        _seat.Gained(await node.Store.TakeAsync(node.Settings.Node, held, cancel));
        _share.Took(held);
    }

    private async Task GiveAsync(CancellationToken cancel)
    {
        var give = _share.ToGive(_seat.Owned);
        if (give.Count == 0)
            return;
        await _seat.LeaveAsync(give, "they belong to another node's share");
        await _locks!.ReleaseAsync(give, cancel);
        foreach (var partition in give)
            _notBefore[partition] = node.Now + node.Settings.AliveWithin;
    }
}
