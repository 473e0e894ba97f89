using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery.Lanes;
using Hub.Delivery.Observability;

namespace Hub.Delivery.Sending;

/// <summary>Gives the document of a delivery: the stored bytes, or a new one from the content.</summary>
internal sealed class DocumentMaker(NodeContext node)
{
    private readonly ParsedRaws _raws = new(node);

    /// <summary>Makes or opens the document.</summary>
    /// <param name="entry">The delivery; it keeps the document for tries that follow.</param>
    /// <param name="target">The receiving partner.</param>
    public Prepared Prepare(WorkEntry entry, PartnerConfig target)
    {
        if (entry.Document is { } made)
            return new Prepared(made, null, null, default);
        if (entry.Head is { } head)
            return Open(entry, head);
        if (node.Parts.Mappings.Find(entry.Row.Mapping) is not { } mapping || node.Snapshot.Tenant(entry.Row.Tenant) is not { } tenant)
            return Prepared.Failed(DeliveryErrors.PartnerGone.At(detail: $"There is no mapping '{entry.Row.Mapping}'"));
        var envelope = entry.Envelope is { } known ? known : _raws.Read(entry);
        return envelope.IsOk ? Map(entry, mapping, envelope.Value, tenant, target) : Prepared.Failed(envelope.Errors[0]);
    }

    private Prepared Open(WorkEntry entry, DocumentHead head)
    {
        var body = node.Parts.Vault.Open(entry.Row.Tenant, entry.SealedDocument.Span);
        if (!body.IsOk)
            return Prepared.Failed(body.Errors[0]);
        entry.Document = new OutboundDocument(head.Form, head.MediaType, body.Value, head.DocumentId);
        return new Prepared(entry.Document, null, null, default);
    }

    private Prepared Map(WorkEntry entry, IMapping mapping, Core.Content.Envelope envelope, TenantConfig tenant, PartnerConfig target)
    {
        var row = entry.Row;
        var ids = new DocumentIds(node.Installation.Id, row.Id.MessageId, row.Generation, $"{row.Tenant}/{row.Partner}");
        var outcome = node.Foreign.Run(
            new Place("map", row.Tenant, row.Partner, row.Id.ToString()),
            (mapping, envelope, context: new MappingContext(tenant, target, ids)),
            static s => s.mapping.Map(s.envelope, s.context),
            static (_, error) => MappingOutcome.Failed(error));
        if (outcome.Errors is [{ Code: var code } defect, ..] && code == DeliveryErrors.Defect.Code)
            return Prepared.Failed(defect);
        if (outcome.Document is not { } document || outcome.Errors.Count > 0)
            return Prepared.Failed(DeliveryErrors.MappingFailed.At(outcome.Errors is [var first, ..] ? first.Path : null, LedgerText.Errors(outcome.Errors)));
        if (LedgerText.Unexplained(outcome.Ledger) is { } unexplained)
            return Prepared.Failed(DeliveryErrors.MappingFailed.At(detail: unexplained));
        entry.Document = document;
        return new Prepared(document, null, LedgerText.LeftOut(outcome.Ledger), node.Parts.Vault.Seal(row.Tenant, document.Body.Span));
    }
}

/// <summary>A document to be sent, or why there is none.</summary>
/// <param name="Document">The document.</param>
/// <param name="Error">Why there is none.</param>
/// <param name="LeftOut">What the mapping left out, null when nothing.</param>
/// <param name="Sealed">Sealed bytes when the document was made just now.</param>
internal readonly record struct Prepared(OutboundDocument? Document, HubError? Error, string? LeftOut, ReadOnlyMemory<byte> Sealed)
{
    public static Prepared Failed(HubError error) => new(null, error, null, default);

    public DocumentHead? NewHead => Sealed.IsEmpty ? null : new DocumentHead(Document!.Form, Document.MediaType, Document.DocumentId);
}
