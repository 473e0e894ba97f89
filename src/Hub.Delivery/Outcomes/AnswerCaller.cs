using System.Collections.Concurrent;
using Hub.Core.Deliveries;
using Hub.Delivery.Ownership;

namespace Hub.Delivery.Outcomes;

/// <summary>Calls the answers that wait for a message's other deliveries, once these have ended: at once for those this node heard of, and by looking at every waiting answer now and then for those that ended elsewhere or just before a crash.</summary>
internal sealed class AnswerCaller(NodeContext node, PartitionTable partitions, Nudges nudges)
{
    private const int Most = 500;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // Looking takes at most this part of the time, however many answers wait.
    private const int Share = 20;

    private readonly ConcurrentQueue<long> _ended = new();
    private readonly Signal _signal = new(node.Time);

    /// <summary>A delivery has come to where the saga has put it.</summary>
    public void Moved(DeliveryRow row, DeliveryState state)
    {
        if (row.Answer != AnswerPart.Awaited || state is not (DeliveryState.Delivered or DeliveryState.DeadLettered or DeliveryState.Discarded))
            return;
        _ended.Enqueue(row.Id.MessageId);
        _signal.Set();
    }

    /// <summary>Runs until the node stops.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var lookAt = node.Now;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await CallAsync(Heard(), stop);
                if (node.Now >= lookAt)
                    lookAt = node.Now + await LookAsync(stop);
                if (_ended.IsEmpty)
                    await _signal.WaitAsync(lookAt - node.Now, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // What was heard is forgotten; looking finds it again.
                node.Outages.Failed("Calling answers", failure);
                await Task.Delay(Pause, node.Time, CancellationToken.None);
            }
        }
    }

    private List<long> Heard()
    {
        var heard = new List<long>();
        while (heard.Count < Most && _ended.TryDequeue(out var message))
            heard.Add(message);
        return heard;
    }

    private async Task<TimeSpan> LookAsync(CancellationToken stop)
    {
        var started = node.Time.GetTimestamp();
        await CallAsync(null, stop);
        var next = node.Time.GetElapsedTime(started) * Share;
        return next > Every ? next : Every;
    }

    private async Task CallAsync(List<long>? messages, CancellationToken stop)
    {
        var owned = partitions.Owned;
        if (owned.Count == 0 || messages is { Count: 0 })
            return;
        foreach (var row in await node.Store.AnswersDueAsync(messages, owned, node.Now, stop))
            nudges.Nudge(row);
        node.Outages.StoreWorked();
    }
}
