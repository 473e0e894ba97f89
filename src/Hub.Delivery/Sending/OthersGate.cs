using Hub.Core.Mappings;
using Hub.Delivery.Lanes;

namespace Hub.Delivery.Sending;

/// <summary>Tells the mapping of an answer what became of the message's other deliveries.</summary>
internal sealed class OthersGate(NodeContext node)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Asks the database.</summary>
    /// <returns>The other deliveries; null when it does not answer: the answer waits, since what it would say is not known.</returns>
    public async Task<IReadOnlyList<OtherDelivery>?> AskAsync(WorkEntry entry, CancellationToken stop)
    {
        try
        {
            var view = await node.Store.FindAsync(entry.Id.MessageId, entry.Row.Tenant, stop);
            node.Outages.StoreWorked();
            return view is null
                ? []
                : [.. view.Deliveries.Where(d => d.Row.Id != entry.Id).Select(d => new OtherDelivery(d.Row.Route, d.Row.Partner, d.Row.State, d.ErrorCode) { Mapping = d.Row.Mapping })];
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            node.Outages.Failed("Asking what became of a message", failure);
            await Task.Delay(Pause, node.Time, stop);
            return null;
        }
    }
}
