using Hub.Adapters.Ebxml.Parties;
using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Ebxml.Addressing;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Signing;
using Hub.Ebxml.Transport;

namespace Hub.Adapters.Ebxml.Sending;

/// <summary>Asks a partner's message service whether it is there with a signed Ping (ebXML MS 2.0 section 8.1), and reads the Pong (section 8.2) where it comes back on the same connection.</summary>
internal static class EbxmlPing
{
    public static async Task<PingOutcome> AskAsync(PartnerConfig partner, SenderContext context, CancellationToken cancel)
    {
        if (partner.Her is not { } her)
            return new PingOutcome(null, "It stands for the practitioners of all patients: there is no one address to ask");
        var (loaded, options, now) = (TenantParty.Load(context.Tenant, context.Secrets), EbxmlOptions.Read(partner), context.Time.GetUtcNow());
        if (!loaded.IsOk || !options.IsOk)
            return PingOutcome.Failed(loaded.IsOk ? options.Errors[0] : loaded.Errors[0]);
        var own = loaded.Value;
        if (own.EndpointOf(partner) is not { } endpoint)
            return PingOutcome.Failed(EbxmlErrors.NotInRegister.At(detail: "Neither tenant file, agreement nor register has an address of the partner"));
        var ping = new EbxmlMessage(Header(own.Messaging.Her, her.Party, now), new PingBody());
        var mime = OutgoingMessage.Seal(ping, [], new SealOptions { Signer = own.Signer, SoapEncoding = endpoint.Scheme == "mailto" ? SoapEncoding.Base64 : SoapEncoding.EightBit }).Mime;
        using var couriers = new Couriers(partner, context.Time, PartnerHttp.For(partner, context));
        var handed = await couriers.HandAsync(new Parcel(mime, own, endpoint, ping.Header.MessageId), cancel);
        var outcome = handed switch
        {
            { Failure: { } failure } => PingOutcome.Failed(failure.Error),
            { Answer: { } answer } => Judge(answer, ping.Header.MessageId, own, her.Party, options.Value, now),
            _ => new PingOutcome(null, "The signed Ping was taken; the Pong comes as a message of its own to the hub's address"),
        };
        return outcome with { Endpoint = endpoint, Asked = ping.Header.MessageId };
    }

    private static MessageHeader Header(int own, int partner, DateTimeOffset now) => new()
    {
        From = Party.OfHer(own),
        To = Party.OfHer(partner),
        CpaId = DefaultAgreement.IdFor(own, partner),
        ConversationId = Guid.NewGuid().ToString(),
        Service = ServiceName.Msh,
        Action = SignalActions.Ping,
        MessageId = Guid.NewGuid().ToString(),
        Timestamp = now,
    };

    // An unsigned Pong proves that something answers, and not who.
    private static PingOutcome Judge(WireMessage answer, string asked, TenantParty own, int her, EbxmlOptions options, DateTimeOffset now)
    {
        var received = IncomingMessage.Read(answer.Body, answer.Header("Content-Type") ?? "text/xml", answer.Headers);
        if (received.Message is { Body: ErrorListBody { Errors: [var first, ..] } })
            return PingOutcome.Failed(DeliveryErrors.Refused.At(detail: $"The partner answered with {first.Code}"));
        if (received.Message is not { Body: PongBody } pong || pong.Header.RefToMessageId != asked || pong.Header.From.Her != her)
            return PingOutcome.Failed(DeliveryErrors.UnreadableAnswer.At(detail: "The partner's answer on the same connection is no Pong to this Ping"));
        var policy = new SignaturePolicy { AllowSha1 = options.AcceptSha1, AllowExclusive = options.AcceptExclusiveC14n };
        return received.Verify(policy) is ValidSignature { Certificate: var certificate }
            && SenderTrust.Judge(own, her, certificate, pong.Header.Timestamp, now) is { IsUndecided: false, Findings.Count: 0 }
                ? new PingOutcome(true, "A signed Pong came back")
                : PingOutcome.Failed(DeliveryErrors.UnreadableAnswer.At(detail: "The Pong is not signed by the partner"));
    }
}
