using Hub.Adapters.Ebxml.Parties;
using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Tenants;
using Hub.Ebxml.Addressing;
using Hub.Ebxml.Messages;

namespace Hub.Adapters.Ebxml.Sending;

/// <summary>Sends documents to one partner of the message network. A document is sealed once (encrypted, enveloped, signed) and stored; every send is the same bytes under the same ids.</summary>
internal sealed class EbxmlSender(PartnerConfig partner, SenderContext context, TenantParties parties) : IAddressingSender
{
    private readonly Couriers _couriers = new(partner, context.Time, PartnerHttp.For(partner, context));
    private readonly Result<EbxmlOptions> _options = EbxmlOptions.Read(partner);

    /// <inheritdoc/>
    public bool StoreBeforeSend => true;

    /// <inheritdoc/>
    public async Task<Result<PartnerConfig>> AddresseeAsync(Envelope envelope, CancellationToken cancel)
    {
        if (partner.PatientsGp is null)
            return partner;
        var own = parties.Of(context.Tenant);
        return own.IsOk ? await PatientsGp.FindAsync(partner, envelope, own.Value, context, cancel) : Result<PartnerConfig>.Failed(own.Errors);
    }

    /// <inheritdoc/>
    public Result<SealedDocument> Seal(OutboundDocument document, SealContext seal)
    {
        var own = parties.Of(context.Tenant);
        if (!own.IsOk)
            return Result<SealedDocument>.Failed(own.Errors);
        return _options.IsOk
            ? new DocumentSeal(own.Value, seal.Addressee ?? partner, _options.Value).Seal(document, seal)
            : Result<SealedDocument>.Failed(_options.Errors);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<OutboundItem> documents, CancellationToken cancel)
    {
        var outcomes = new SendOutcome[documents.Count];
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] = await SendOneAsync(documents[i], cancel);
        return outcomes;
    }

    /// <inheritdoc/>
    public Task<bool?> ProbeAsync(CancellationToken cancel) => _couriers.ProbeAsync(cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _couriers.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<SendOutcome> SendOneAsync(OutboundItem item, CancellationToken cancel)
    {
        var own = parties.Of(context.Tenant);
        if (!own.IsOk)
            return new SendOutcome.Failed(own.Errors[0]);
        if (StoredMime.Read(item.Document.Body) is not { } mime || IncomingMessage.Read(mime.Body, mime.ContentType).Message is not { } message)
            return new SendOutcome.Failed(DeliveryErrors.BodyUnreadable.At(detail: "The stored message is not one that this adapter sealed"));
        var addressee = message.Header.To.Her is { } her ? partner.At(her) : partner;
        if (own.Value.EndpointOf(addressee) is not { } endpoint)
            return new SendOutcome.Failed(EbxmlErrors.NotInRegister.At(detail: "The register has no address for the partner"));
        var handed = await _couriers.HandAsync(new Parcel(mime, own.Value, endpoint, item.IdempotencyKey), cancel);
        if (handed.Failure is { } failure)
            return failure;
        if (handed.Answer is { } answer)
            return SyncAnswer.Judge(answer, message, mime, own.Value, addressee, _options.Value, context.Time.GetUtcNow());
        var address = new MessageAddress(message.Header.Service.Value, message.Header.Action, message.Header.From.Role ?? "", message.Header.To.Role ?? "");
        var terms = PartnerTerms.For(own.Value, addressee.Her!.Party, address, message.Header.CpaId, context.Time.GetUtcNow());
        var reliability = _options.Value.Over(terms.IsOk ? terms.Value.Reliability : Hub.Ebxml.Agreements.ReliabilityTerms.Nhn);
        return new SendOutcome.AwaitingReceipt(Correlations.Message(message.Header.MessageId), reliability.RetryInterval, Resend: item.Sends < reliability.Retries);
    }
}
