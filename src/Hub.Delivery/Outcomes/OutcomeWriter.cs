using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Delivery.Observability;

namespace Hub.Delivery.Outcomes;

/// <summary>Writes outcomes, many in one transaction, in the order in which they came. While the database is away they wait here, and with them the lanes they belong to: nothing is reordered.</summary>
internal sealed class OutcomeWriter(NodeContext node, AnswerCaller answers, Action<int, long> onStale)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly List<OutcomeItem> _group = [];

    /// <summary>Runs until the queue is completed and empty.</summary>
    public async Task RunAsync(CancellationToken abandon)
    {
        var reader = node.Outcomes.Reader;
        while (await reader.WaitToReadAsync(abandon))
        {
            _group.Clear();
            while (_group.Count < node.Settings.OutcomeGroup && reader.TryRead(out var item))
                _group.Add(item);
            await WriteAsync(_group, abandon);
            node.Outcomes.Written(_group.Count);
            node.Hearts.Outcomes.Rest();
        }
    }

    private async Task WriteAsync(List<OutcomeItem> group, CancellationToken abandon)
    {
        try
        {
            await CommitAsync(group, abandon);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && group.Count > 1)
        {
            Log.OutcomeGroupFailed(node.Logger, failure, group.Count);
            foreach (var item in group)
                await WriteOneAsync(item, abandon);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            GiveUp(group[0], failure);
        }
    }

    private async Task WriteOneAsync(OutcomeItem item, CancellationToken abandon)
    {
        try
        {
            await CommitAsync([item], abandon);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            GiveUp(item, failure);
        }
    }

    private async Task CommitAsync(List<OutcomeItem> group, CancellationToken abandon)
    {
        var outcomes = new DeliveryOutcome[group.Count];
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] = group[i].Outcome;
        var pause = FirstPause;
        while (true)
        {
            node.Hearts.Outcomes.Beat();
            try
            {
                var started = node.Time.GetTimestamp();
                var stale = await node.Store.CommitAsync(outcomes, abandon);
                node.Metrics.OutcomeCommit.Record(node.Time.GetElapsedTime(started).TotalMilliseconds);
                node.Outages.StoreWorked();
                Tell(group, stale);
                return;
            }
            catch (StoreUnavailableException away)
            {
                // A commit that was in doubt is written again: the same outcome twice is the same row, and its event may stand twice.
                node.Outages.StoreFailed(away);
                await Task.Delay(pause, node.Time, abandon);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private void Tell(List<OutcomeItem> group, IReadOnlySet<int> stale)
    {
        foreach (var item in group)
        {
            var written = stale.Count == 0 || !stale.Contains(item.Outcome.Partition);
            if (written && item.Fate is { } fate)
                item.Destination.Committed(item.Entry, fate);
            else if (!written)
                onStale(item.Outcome.Partition, item.Outcome.Epoch);
            if (written)
                Announce(item);
            item.Written?.TrySetResult(written);
        }
    }

    // After the commit: what others are told has happened.
    private void Announce(OutcomeItem item)
    {
        var row = item.Entry.Row;
        answers.Moved(row, item.Outcome.State);
        if (item.Outcome.State == DeliveryState.Delivered)
        {
            node.Events.Delivered(row.Tenant, row.Partner, row.Id);
        }
        else if (item.Outcome.State == DeliveryState.DeadLettered)
        {
            Log.DeadLetter(node.Logger, row.Id.ToString(), row.Tenant, row.Partner, item.Outcome.ErrorCode ?? "-");
            node.Events.DeadLettered(row.Tenant, row.Partner, row.Id, item.Outcome.ErrorCode ?? "-");
        }
    }

    private void GiveUp(OutcomeItem item, Exception failure)
    {
        Log.OutcomeFailed(node.Logger, failure, item.Entry.Id.ToString());
        item.Destination.Unwritten(item.Entry, item.Fate);
        item.Written?.TrySetResult(false);
    }
}
