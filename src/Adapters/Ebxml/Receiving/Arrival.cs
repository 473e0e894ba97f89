using Hub.Adapters.Ebxml.Parties;
using Hub.Core.Tenants;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Signing;

namespace Hub.Adapters.Ebxml.Receiving;

/// <summary>A message that came in, with everything that was found out about it before it is decided what to do: who sent it, whether it may be trusted, what is inside.</summary>
internal sealed class Arrival
{
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
        if (Partner is null)
            return;
        var options = EbxmlOptions.Read(Partner);
        if (options.IsOk)
            Options = options.Value;
        if (message.Header.To.Her != own.Messaging.Her)
            Fault(13, ErrorCodes.ValueNotRecognized, "//eb:MessageHeader/eb:To/eb:PartyId", "The HER-id of the receiver is not the one of this message service.");
        if (message.Body is PayloadBody && Partner.Inbound is null)
            Fault(null, ErrorCodes.NotSupported, "//eb:MessageHeader/eb:From", "Business messages are not agreed on with this sender.");
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
        var opened = Received.OpenPayloads(new OpenOptions { Decryptor = own.Decryptor });
        foreach (var payload in opened)
        {
            if (payload.Fault is { } fault)
                Fault(null, ErrorCodes.SecurityFailure, ContentIds.ToUri(payload.Attachment.ContentId), fault.Text);
            else if (payload.Cipher is null)
                Fault(null, ErrorCodes.SecurityFailure, ContentIds.ToUri(payload.Attachment.ContentId), "The payload is not encrypted.");
        }

        if (opened.Count == 0)
            Fault(23, ErrorCodes.MimeProblem, "//eb:Manifest", "The message has no payload.");
        if (!_findings.Any(f => f.Severity == FindingSeverity.Error))
            Documents = [.. opened.Select(p => p.Document!.Value)];
    }

    private void Fault(int? rule, string code, string path, string text) => _findings.Add(new Finding(rule, FindingSeverity.Error, code, path, text));
}
