using Hub.Core.Adapters;
using Hub.Core.Deliveries;
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
    /// <param name="open">The way to the receiving partner; it seals what must be stored before the first try.</param>
    /// <param name="others">What became of the message's other deliveries; empty unless it is an answer.</param>
    /// <param name="addressee">The receiver: the partner as configured, or with the patient's own address.</param>
    public Prepared Prepare(WorkEntry entry, OpenSender open, IReadOnlyList<OtherDelivery> others, PartnerConfig addressee)
    {
        if (entry.Document is { } made)
            return new Prepared(made, null, null, default);
        if (entry.Head is { } head)
            return Open(entry, head);
        if (node.Parts.Mappings.Find(entry.Row.Mapping) is not { } mapping || node.Snapshot.Tenant(entry.Row.Tenant) is not { } tenant)
            return Prepared.Failed(DeliveryErrors.PartnerGone.At(detail: $"There is no mapping '{entry.Row.Mapping}'"));
        var envelope = EnvelopeOf(entry);
        return envelope.IsOk ? Map(entry, mapping, envelope.Value, tenant, (open, addressee), others) : Prepared.Failed(envelope.Errors[0]);
    }

    /// <summary>What the delivery is to say, read from the stored bytes where it is not in memory.</summary>
    public Result<Core.Content.Envelope> EnvelopeOf(WorkEntry entry) => entry.Envelope is { } known ? known : _raws.Read(entry);

    private Prepared Open(WorkEntry entry, DocumentHead head)
    {
        if (entry.SealedDocument.IsEmpty)
            return Prepared.Failed(DeliveryErrors.BodyUnreadable.At(detail: "Retention has taken the document"));
        var body = node.Parts.Vault.Open(entry.Row.Tenant, entry.SealedDocument.Span);
        if (!body.IsOk)
            return Prepared.Failed(body.Errors[0]);
        entry.Document = new OutboundDocument(head.Form, head.MediaType, body.Value, head.DocumentId);
        return new Prepared(entry.Document, null, null, default);
    }

    /// <summary>Whether the delivery's document is to be made now, by a mapping that asks what became of the message's other deliveries.</summary>
    public bool AsksForOthers(WorkEntry entry) =>
        entry.Document is null && entry.Head is null && node.Parts.Mappings.Find(entry.Row.Mapping) is IAnswerMapping;

    private Prepared Map(
        WorkEntry entry, IMapping mapping, Core.Content.Envelope envelope, TenantConfig tenant, (OpenSender Open, PartnerConfig Addressee) to, IReadOnlyList<OtherDelivery> others)
    {
        var row = entry.Row;
        // An answer and what a route sends to the same partner must not get the same ids.
        var ids = Ids(row, mapping is IAnswerMapping ? $"{row.Tenant}/{row.Partner}/{row.Route}" : $"{row.Tenant}/{row.Partner}");
        var outcome = node.Foreign.Run(
            new Place("map", row.Tenant, row.Partner, row.Id.ToString()),
            (mapping, envelope, context: new MappingContext(tenant, to.Addressee, ids) { Others = others }),
            static s => s.mapping.Map(s.envelope, s.context),
            static (_, error) => MappingOutcome.Failed(error));
        if (outcome.Errors is [{ Code: var code } defect, ..] && code == DeliveryErrors.Defect.Code)
            return Prepared.Failed(defect);
        if (outcome.Document is not { } document || outcome.Errors.Count > 0)
            return Prepared.Failed(DeliveryErrors.MappingFailed.At(outcome.Errors is [var first, ..] ? first.Path : null, LedgerText.Errors(outcome.Errors)));
        if (LedgerText.Unexplained(outcome.Ledger) is { } unexplained)
            return Prepared.Failed(DeliveryErrors.MappingFailed.At(detail: unexplained));
        return to.Open.Sender.StoreBeforeSend ? Seal(entry, to, document, outcome) : Made(entry, document, LedgerText.LeftOut(outcome.Ledger), []);
    }

    // The ids name the delivery, not only its partner: two routes to one partner must not send two messages under one id.
    private Prepared Seal(WorkEntry entry, (OpenSender Open, PartnerConfig Addressee) to, OutboundDocument document, MappingOutcome outcome)
    {
        var row = entry.Row;
        var context = new SealContext(Ids(row, $"{row.Tenant}/{row.Partner}/{row.Id.No}"), node.Now) { Addressee = ReferenceEquals(to.Addressee, to.Open.Config) ? null : to.Addressee };
        var result = node.Foreign.Run(
            new Place("seal", row.Tenant, row.Partner, row.Id.ToString()),
            (sender: to.Open.Sender, document, context),
            static s => s.sender.Seal(s.document, s.context),
            static (_, error) => error);
        return result.IsOk ? Made(entry, result.Value.Document, LedgerText.Whole(outcome.Ledger), result.Value.Correlations) : Prepared.Failed(result.Errors[0]);
    }

    private Prepared Made(WorkEntry entry, OutboundDocument document, string? account, IReadOnlyList<string> correlations)
    {
        entry.Document = document;
        return new Prepared(document, null, account, node.Parts.Vault.Seal(entry.Row.Tenant, document.Body.Span))
        {
            Correlations = correlations,
        };
    }

    private DocumentIds Ids(DeliveryRow row, string target) => new(node.Installation.Id, row.Id.MessageId, row.Generation, target);
}

/// <summary>A document to be sent, or why there is none.</summary>
/// <param name="Document">The document.</param>
/// <param name="Error">Why there is none.</param>
/// <param name="Account">What the timeline says of the mapping, null when nothing.</param>
/// <param name="Sealed">Sealed bytes when the document was made just now.</param>
internal readonly record struct Prepared(OutboundDocument? Document, HubError? Error, string? Account, ReadOnlyMemory<byte> Sealed)
{
    /// <summary>What later receipts will name; null or empty when nothing.</summary>
    public IReadOnlyList<string>? Correlations { get; init; }

    public static Prepared Failed(HubError error) => new(null, error, null, default);

    public DocumentHead? NewHead => Sealed.IsEmpty ? null : new DocumentHead(Document!.Form, Document.MediaType, Document.DocumentId);
}
