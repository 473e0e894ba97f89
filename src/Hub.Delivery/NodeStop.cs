using Hub.Delivery.Intake;
using Hub.Delivery.Observability;
using Hub.Delivery.Ownership;

namespace Hub.Delivery;

/// <summary>The orderly end of a node.</summary>
internal static class NodeStop
{
    public static async Task RunAsync(NodeContext node, PartitionTable partitions, NodeWays ways, IntakeWriter writer, Task intakeLoop, CancellationToken cancel)
    {
        var until = node.Now + node.Settings.StopWithin;
        writer.Complete();
        foreach (var owned in partitions.Owned.Select(partitions.Find).OfType<OwnedPartition>())
            owned.IsLeaving = true;
        var destinations = partitions.Destinations.ToList();
        while (node.Now < until && !cancel.IsCancellationRequested && (!intakeLoop.IsCompleted || destinations.Any(d => !d.IsSettled)))
            await Task.Delay(TimeSpan.FromMilliseconds(5), node.Time, CancellationToken.None);
        if (destinations.Any(d => !d.IsSettled))
            Log.StoppedEarly(node.Logger, destinations.Sum(d => d.InFlight), node.Outcomes.Unwritten);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        bound.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            await ways.Ownership.ReleaseAsync(bound.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException or Core.Storage.StoreUnavailableException)
        {
            // Others take over by themselves, only later.
            node.Outages.Failed("Looking after ownership", failure);
        }
    }

    public static async Task EndedAsync(Task loop)
    {
        try
        {
            await loop;
        }
        catch (OperationCanceledException)
        {
            // Abandoned on purpose: what it had not done is still pending in the database.
            return;
        }
    }
}
