using Hub.Adapters.Ebxml.Parties;
using Hub.Adapters.Ebxml.Receiving;
using Hub.Core.Adapters;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Signing;
using Hub.Ebxml.Transport;

namespace Hub.Adapters.Ebxml.Sending;

/// <summary>Judges an answer that came back on the same connection (SyncReply). It must be signed by the partner like any other.</summary>
internal static class SyncAnswer
{
    public static SendOutcome Judge(WireMessage answer, EbxmlMessage sent, MimeMessage mime, TenantParty own, PartnerConfig partner, EbxmlOptions options, DateTimeOffset now)
    {
        var correlation = Correlations.Message(sent.Header.MessageId);
        var received = IncomingMessage.Read(answer.Body, answer.Header("Content-Type") ?? "text/xml", answer.Headers);
        if (received.Message is not { Body: AcknowledgmentBody or ErrorListBody } message)
            return Unreadable("The partner's answer on the same connection is no acknowledgment");
        var policy = new SignaturePolicy { AllowSha1 = options.AcceptSha1, AllowExclusive = options.AcceptExclusiveC14n };
        if (message.Header.From.Her != partner.Her!.Party
            || message.Header.To.Her != own.Messaging.Her
            || received.Document!.Findings.Any(f => f.Severity == FindingSeverity.Error)
            || received.Verify(policy) is not ValidSignature { Certificate: var certificate }
            || SenderTrust.Judge(own, partner.Her.Party, certificate, message.Header.Timestamp, now) is not { IsUndecided: false, Findings.Count: 0 })
            return Unreadable("The partner's answer on the same connection is not signed by the partner");
        var about = message.Body is AcknowledgmentBody acknowledgment ? acknowledgment.RefToMessageId : message.Header.RefToMessageId;
        if (about != sent.Header.MessageId)
            return Unreadable("The partner's answer on the same connection is about another message");
        return ReceiptDesk.Judge(IncomingMessage.Read(mime.Body, mime.ContentType), message.Body, options, message.Header.MessageId) switch
        {
            Receipt.Transport { AnswerWithin: { } within } => new SendOutcome.AwaitingReceipt(correlation, within) { Acknowledged = true },
            Receipt.Transport => new SendOutcome.Delivered(message.Header.MessageId),
            Receipt.Negative negative => new SendOutcome.Failed(negative.Error),
            _ => throw new InvalidOperationException("There is no such receipt."),
        };
    }

    private static SendOutcome.Failed Unreadable(string why) => new(DeliveryErrors.UnreadableAnswer.At(detail: why));
}
