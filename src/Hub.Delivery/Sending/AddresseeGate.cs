using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Delivery.Lanes;
using Hub.Delivery.Observability;

namespace Hub.Delivery.Sending;

/// <summary>Finds out to whom a document goes, where that depends on the patient. Costs nothing for all other partners.</summary>
internal sealed class AddresseeGate(NodeContext node, DocumentMaker maker)
{
    /// <summary>The receiver.</summary>
    /// <returns>The partner as configured, or with the patient's own address; or why there is none.</returns>
    public ValueTask<Result<PartnerConfig>> AskAsync(WorkEntry entry, OpenSender open) =>
        open.Sender is not IAddressingSender sender || entry.Document is not null || entry.Head is not null
            ? new(open.Config)
            : new(FindAsync(entry, open, sender));

    private async Task<Result<PartnerConfig>> FindAsync(WorkEntry entry, OpenSender open, IAddressingSender sender)
    {
        var envelope = maker.EnvelopeOf(entry);
        if (!envelope.IsOk)
            return Result<PartnerConfig>.Failed(envelope.Errors);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(node.Stopping.Token);
        timeout.CancelAfter(open.Config.Timeout);
        try
        {
            return await node.Foreign.RunAsync(
                new Place("address", entry.Row.Tenant, entry.Row.Partner, entry.Row.Id.ToString()),
                (sender, envelope.Value),
                static (s, c) => s.sender.AddresseeAsync(s.Value, c),
                static (_, error) => error,
                timeout.Token);
        }
        catch (OperationCanceledException) when (!node.Stopping.IsCancellationRequested)
        {
            return LookupErrors.TimedOut.At(detail: "Finding out to whom the document goes took too long");
        }
    }
}
