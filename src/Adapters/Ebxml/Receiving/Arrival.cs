using Hub.Adapters.Ebxml.Parties;
using Hub.Adapters.Ebxml.Sending;
using Hub.Core.Tenants;
using Hub.Ebxml.Addressing;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Signing;
using Hub.Kith;

namespace Hub.Adapters.Ebxml.Receiving;

/// <summary>A message that came in, with everything that was found out about it before it is decided what to do: who sent it, whether it may be trusted, what is inside.</summary>
internal sealed class Arrival
{
    private const string Closed = "The payload cannot be decrypted, or is no XML document.";

    private readonly List<Finding> _findings = [];

    private Arrival(ReceivedMessage received) => Received = received;

    /// <summary>The message taken apart.</summary>
    public ReceivedMessage Received { get; }

    /// <summary>The message, null when it cannot be read.</summary>
    public EbxmlMessage? Message => Received.Message;

    /// <summary>The partner that its sender is, null when it is none.</summary>
    public PartnerConfig? Partner { get; private set; }

    /// <summary>Settings of the partner.</summary>
    public EbxmlOptions Options { get; private set; } = new();

    /// <summary>Whether the message is signed, by its sender's own certificate.</summary>
    public bool IsAuthentic { get; private set; }

    /// <summary>What the document inside is; null unless it could be opened.</summary>
    public KithRecognition? Content { get; private set; }

    /// <summary>What was signed; empty when the signature does not hold.</summary>
    public IReadOnlyList<DigestReference> Digests { get; private set; } = [];

    /// <summary>The documents inside, opened; empty unless all could be.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Documents { get; private set; } = [];

    /// <summary>Everything that was found.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>True when a revocation list is missing or stale: the same message may be good in an hour.</summary>
    public bool IsUndecided { get; private set; }

    /// <summary>Looks at a message.</summary>
    /// <param name="own">Whose it is said to be.</param>
    /// <param name="bytes">A whole mail, a MIME body or bare SOAP.</param>
    /// <param name="contentType">Content type that came apart from the body, null when the bytes have their own.</param>
    /// <param name="transferEncoding">Transfer encoding that came apart from the body, null when none did.</param>
    /// <param name="now">The time.</param>
    /// <returns>What was found out.</returns>
    public static Arrival Of(TenantParty own, ReadOnlyMemory<byte> bytes, string? contentType, string? transferEncoding, DateTimeOffset now)
    {
        IReadOnlyList<MimeHeader>? headers = transferEncoding is null ? null : [new MimeHeader("Content-Transfer-Encoding", transferEncoding)];
        var arrival = new Arrival(IncomingMessage.Read(bytes, contentType, headers));
        arrival._findings.AddRange(arrival.Received.Mime.Findings);
        if (arrival.Received.Document is { } document)
            arrival._findings.AddRange(document.Findings);
        if (arrival.Message is { } message && message.Header.From.Her is { } her)
            arrival.Examine(own, message, her, now);
        return arrival;
    }

    private void Examine(TenantParty own, EbxmlMessage message, int her, DateTimeOffset now)
    {
        Partner = own.Tenant.Partners.Values.FirstOrDefault(p => p.Adapter == EbxmlAdapter.AdapterName && p.Her?.Party == her);
        var practitioner = Partner is null && own.Book.Find(her) is { } entry && PatientsGp.IsGp(entry) ? entry : null;
        if (practitioner is not null)
            Partner = own.Tenant.Partners.Values.FirstOrDefault(p => p.Adapter == EbxmlAdapter.AdapterName && p.PatientsGp is not null)?.At(practitioner);
        if (Partner is null)
            return;
        var options = EbxmlOptions.Read(Partner);
        if (options.IsOk)
            Options = options.Value;
        if (message.Header.To.Her != own.Messaging.Her)
            Fault(13, ErrorCodes.ValueNotRecognized, "//eb:MessageHeader/eb:To/eb:PartyId", "The HER-id of the receiver is not the one of this message service.");
        // Who is only sent to answers with an AppRec all the same; whether it is one, is seen when it is open.
        if (message.Body is PayloadBody && Partner.Inbound is null && message.Header.Action != MessageAddress.AppRec)
            Fault(null, ErrorCodes.NotSupported, "//eb:MessageHeader/eb:From", "Business messages are not agreed on with this sender.");
        // Who has stopped as a practitioner still answers for what was sent before.
        else if (message.Body is PayloadBody && practitioner?.IsValidAt(now) == false && message.Header.Action != MessageAddress.AppRec)
            Fault(null, ErrorCodes.NotSupported, "//eb:MessageHeader/eb:From", "The sender's entry in the address register is not valid now.");
        Verify(own, message, her, now);
        if (message.Body is PayloadBody && !_findings.Any(f => f.Severity == FindingSeverity.Error))
            Open(own);
    }

    private void Verify(TenantParty own, EbxmlMessage message, int her, DateTimeOffset now)
    {
        var policy = new SignaturePolicy { AllowSha1 = Options.AcceptSha1, AllowExclusive = Options.AcceptExclusiveC14n };
        switch (Received.Verify(policy))
        {
            case ValidSignature valid:
                Digests = valid.References;
                var trust = SenderTrust.Judge(own, her, valid.Certificate, message.Header.Timestamp, now);
                _findings.AddRange(valid.Notes);
                _findings.AddRange(trust.Findings);
                IsUndecided = trust.IsUndecided;
                IsAuthentic = trust is { IsUndecided: false, Findings.Count: 0 };
                break;
            case InvalidSignature invalid:
                Fault(invalid.Rule, ErrorCodes.SecurityFailure, "//ds:Signature", invalid.Text);
                break;
            default:
                Fault(45, ErrorCodes.SecurityFailure, "//SOAP:Header", "The message is not signed.");
                break;
        }
    }

    private void Open(TenantParty own)
    {
        switch (Received.OpenPayloads(new OpenOptions { Decryptor = own.Decryptor }))
        {
            case [var payload]:
                Open(payload);
                break;
            case []:
                Fault(23, ErrorCodes.MimeProblem, "//eb:Manifest", "The message has no payload.");
                break;
            default:
                Fault(null, ErrorCodes.NotSupported, "//eb:Manifest", "The message has more than one payload. Attachments belong into the document.");
                break;
        }
    }

    private void Open(OpenedPayload payload)
    {
        var path = ContentIds.ToUri(payload.Attachment.ContentId);
        if (payload.Cipher is null)
        {
            // A wrong key and a wrong padding are told apart from nothing else that may be wrong inside: else a partner could open by asking what was encrypted by another.
            var told = payload.Fault is not { } fault ? "The payload is not encrypted." : fault.Reason is "undecryptable" or "unreadable" ? Closed : fault.Text;
            Fault(null, ErrorCodes.SecurityFailure, path, told);
            return;
        }

        Content = payload.Document is { } document ? KithDocument.Recognize(document) : null;
        if (Content is null or { Kind: KithKind.NotXml })
            Fault(null, ErrorCodes.SecurityFailure, path, Closed);
        else
            Documents = [payload.Document!.Value];
    }

    private void Fault(int? rule, string code, string path, string text) => _findings.Add(new Finding(rule, FindingSeverity.Error, code, path, text));
}
