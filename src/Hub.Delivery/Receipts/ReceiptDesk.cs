using System.Diagnostics;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Delivery.Observability;
using Hub.Delivery.Outcomes;

namespace Hub.Delivery.Receipts;

/// <summary>Takes receipts that come later and by another way than the send, on whichever node they arrive.</summary>
internal sealed class ReceiptDesk(NodeContext node, Settler settler) : IReceipts
{
    /// <summary>Remarks about receipts that changed nothing, kept for a delivery.</summary>
    public const int MostRemarks = 3;

    // Every lost race means that the row went a step on, and its steps are few.
    private const int MostTries = 12;

    public async Task<SentBytes?> SentAsync(string tenant, string correlation, CancellationToken cancel)
    {
        if (await node.Store.FindSentAsync(tenant, correlation, cancel) is not { } sent)
            return null;
        // A key that is gone leaves nothing to compare with, as retention does.
        var body = sent.SealedDocument.IsEmpty ? default(Core.Errors.Result<byte[]>?) : node.Parts.Vault.Open(tenant, sent.SealedDocument.Span);
        return new SentBytes(sent.Row.Id, sent.Row.Partner, body is { IsOk: true } opened ? opened.Value : ReadOnlyMemory<byte>.Empty);
    }

    public async Task<ReceiptVerdict> ApplyAsync(string tenant, string correlation, Receipt receipt, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await node.Store.FindSentAsync(tenant, correlation, cancel) is not { } sent)
                return Count(tenant, "-", receipt, ReceiptVerdict.Unknown);
            var row = sent.Row;
            var step = sent.Current ? settler.Decide(row, ReceiptWords.Happened(receipt, row)) : new SagaStep(SagaState.Of(row), SagaActions.None);
            if (step.Actions == SagaActions.None)
            {
                await node.Store.RemarkAsync(row.Id, ReceiptWords.Ignored(receipt, row, sent.Current, node.Now), MostRemarks, cancel);
                return Count(tenant, row.Partner, receipt, ReceiptVerdict.Ignored);
            }

            var settled = await settler.SettleAsync([(row, step, ReceiptWords.Told(receipt, step, node.Now))], row.State, cancel);
            if (!settled.Contains(row.Id))
                continue;
            if (Spans.Wanted)
                node.Spans.Record("receipt", ActivityKind.Consumer, row.Id.MessageId, TimeSpan.Zero, new SpanTags(tenant, row.Partner, ReceiptWords.Kind(receipt)));
            return Count(tenant, row.Partner, receipt, ReceiptVerdict.Applied);
        }

        throw new StoreUnavailableException("The delivery moved again and again while its receipt was written.");
    }

    private ReceiptVerdict Count(string tenant, string partner, Receipt receipt, ReceiptVerdict verdict)
    {
        node.Metrics.Receipts.Add(1, new("tenant", tenant), new("partner", partner), new("kind", ReceiptWords.Kind(receipt)), new("result", Word(verdict)));
        return verdict;
    }

    private static string Word(ReceiptVerdict verdict) => verdict switch
    {
        ReceiptVerdict.Applied => "applied",
        ReceiptVerdict.Ignored => "ignored",
        _ => "unknown",
    };
}
