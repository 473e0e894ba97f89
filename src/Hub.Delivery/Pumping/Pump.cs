using Hub.Delivery.Ownership;

namespace Hub.Delivery.Pumping;

/// <summary>Finds what nobody told this node of: work after a restart, work that other nodes took in, rows that an operator woke elsewhere, receipts that did not come. The database is asked seldom when nothing happens, and at once when somebody gives a sign.</summary>
internal sealed class Pump(NodeContext node, PartitionTable partitions, Deadlines deadlines, PumpPace pace, Signal signal)
{
    private long _latest = -1;
    private long? _withdrawnUpTo;
    private DateTimeOffset _fullAt;
    private DateTimeOffset _deadlinesAt;

    /// <summary>Runs until the node stops.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var pause = pace.Shortest;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                node.Hearts.Pump.Beat();
                var found = await LookAsync(stop);
                node.Outages.StoreWorked();
                pause = found ? pace.Shortest : pause * 2 < pace.Longest ? pause * 2 : pace.Longest;
                node.Hearts.Pump.Rest();
                if (await signal.WaitAsync(pause, stop))
                    _fullAt = default;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                node.Outages.Failed("Looking for work", failure);
                _fullAt = default;
                node.Hearts.Pump.Rest();
                await Task.Delay(pace.Longest, node.Time, CancellationToken.None);
            }
        }

        node.Hearts.Pump.Rest();
    }

    private async Task<bool> LookAsync(CancellationToken stop)
    {
        var found = pace.SeesOthers && await WithdrawAsync(stop);
        node.Hearts.Pump.Beat();
        return await LookForWorkAsync(stop) || found;
    }

    // What operators held or took out at other nodes; a broker tells of it at once, unless the hint is lost.
    private async Task<bool> WithdrawAsync(CancellationToken stop)
    {
        var withdrawn = await node.Store.WithdrawnAsync(_withdrawnUpTo, stop);
        foreach (var row in withdrawn.Rows)
        {
            if (partitions.DestinationOf(row.Partition, row.Tenant, row.Partner) is { } destination && destination.Withdraw(row.Lane, row.Id))
                destination.Nudge(row.Lane);
        }

        _withdrawnUpTo = withdrawn.Position;
        return withdrawn.Rows.Count > 0 || withdrawn.IsMore;
    }

    private async Task<bool> LookForWorkAsync(CancellationToken stop)
    {
        var owned = partitions.Owned;
        if (owned.Count == 0)
            return false;
        var now = node.Now;
        var isFull = now >= _fullAt;
        var latest = isFull || pace.SeesOthers ? await node.Store.LatestMessageAsync(stop) : _latest;
        var found = latest != _latest;
        if (isFull || found)
        {
            _fullAt = now + pace.Full;
            foreach (var backlog in await node.Store.BacklogAsync(owned, stop))
                partitions.DestinationOf(backlog.Partition, backlog.Tenant, backlog.Partner)?.Hint(backlog.First, backlog.Last);
            _latest = latest;
        }

        if (isFull)
        {
            foreach (var destination in partitions.Destinations)
                destination.RecheckClosed();
        }

        if (now >= _deadlinesAt)
        {
            _deadlinesAt = now + pace.Deadlines;
            node.Hearts.Pump.Beat();
            found |= await deadlines.PassAsync(owned, stop);
        }

        return found;
    }
}

/// <summary>How often the pump looks.</summary>
/// <param name="Shortest">While there is something new.</param>
/// <param name="Longest">While there is nothing.</param>
/// <param name="Full">Between looks at every destination.</param>
/// <param name="Deadlines">Between looks for receipts that did not come.</param>
/// <param name="SeesOthers">Whether other nodes may take messages in.</param>
internal sealed record PumpPace(TimeSpan Shortest, TimeSpan Longest, TimeSpan Full, TimeSpan Deadlines, bool SeesOthers)
{
    /// <summary>One process on its database: everything comes through memory; looking is for safety only.</summary>
    public static PumpPace Alone { get; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1), false);

    /// <summary>Several nodes without a broker: looking is how owners learn of work.</summary>
    public static PumpPace Polling { get; } = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), true);

    /// <summary>Several nodes with a broker: hints come at once; looking mends what was lost.</summary>
    public static PumpPace Hinted { get; } = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), true);
}
