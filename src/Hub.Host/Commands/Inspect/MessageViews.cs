using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Ebxml.Certificates;
using Hub.Ebxml.Encryption;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Inspection;
using Hub.Ebxml.Signing;

namespace Hub.Host.Commands.Inspect;

/// <summary>Makes the views of the message and its signature.</summary>
internal sealed class MessageViews(Discretion discretion)
{
    /// <summary>The message.</summary>
    /// <param name="message">As read.</param>
    public MessageView Message(EbxmlMessage message)
    {
        var (header, body) = (message.Header, message.Body);
        var payload = body as PayloadBody;
        return new MessageView(
            TypeOf(body), header.MessageId, header.ConversationId, About(body) ?? header.RefToMessageId, header.CpaId, Party(header.From), Party(header.To), header.Service.Value,
            header.Action, header.Timestamp, header.TimeToLive, header.DuplicateElimination, payload?.AckRequested is { } ack ? ack.Signed ? "signed" : "unsigned" : null,
            payload?.SyncReply == true, header.Descriptions.Select(SystemDescription.Read).FirstOrDefault(s => s is not null) is { } systems ? Systems(systems) : null,
            body switch { AcknowledgmentBody a => a.Timestamp, StatusResponseBody s => s.Timestamp, _ => null },
            body is AcknowledgmentBody acknowledgment ? Digests(acknowledgment.References) : null,
            body is ErrorListBody errors ? [.. errors.Errors.Select(Error)] : null,
            body is StatusResponseBody response ? response.Status.ToString() : null);
    }

    /// <summary>An attachment.</summary>
    /// <param name="attachment">As inspected.</param>
    public static AttachmentView Attachment(InspectedAttachment attachment)
    {
        var opened = attachment.Opened!;
        var content = opened.Attachment.Content;
        var encrypted = content.Span.StartsWith<byte>([0x30]) ? EncryptionSummary.Of(content) : null;
        var cipher = (opened.Cipher ?? encrypted?.Cipher)?.ToString() ?? (content.Span.StartsWith<byte>([0x30]) ? "unknown" : null);
        return new AttachmentView(
            attachment.ContentId, attachment.ContentType, attachment.Size, Convert.ToBase64String(SHA256.HashData(content.Span)), cipher,
            encrypted?.Recipients, attachment.Document?.Length, opened.Fault?.Reason);
    }

    /// <summary>A signature.</summary>
    /// <param name="verdict">The verdict on it.</param>
    public SignatureView Signature(SignatureVerdict verdict) => verdict switch
    {
        ValidSignature valid => new SignatureView("valid", null, null, Certificate(valid.Certificate), Digests(valid.References)),
        InvalidSignature invalid => new SignatureView("invalid", invalid.Reason, invalid.Text, invalid.Claimed is { } der ? Claimed(der) : null, null),
        _ => new SignatureView("none", null, null, null, null),
    };

    /// <summary>A finding.</summary>
    /// <param name="finding">As found.</param>
    public static FindingView Finding(Finding finding) => new(
        finding.Rule, finding.Severity switch { FindingSeverity.Error => "error", FindingSeverity.Warning => "warning", _ => "note" }, finding.ErrorCode,
        finding.Path.Length == 0 ? "/" : finding.Path, finding.Text);

    private static string TypeOf(MessageBody body) => body switch
    {
        PayloadBody => "payload",
        AcknowledgmentBody => "acknowledgment",
        ErrorListBody => "messageError",
        PingBody => "ping",
        PongBody => "pong",
        StatusRequestBody => "statusRequest",
        _ => "statusResponse",
    };

    private static string? About(MessageBody body) => body switch
    {
        AcknowledgmentBody a => a.RefToMessageId,
        StatusRequestBody s => s.RefToMessageId,
        StatusResponseBody s => s.RefToMessageId,
        _ => null,
    };

    private static string Systems(SystemDescription s) => string.Join(", ", new[]
    {
        Named("MSH", s.Msh, s.MshVersion), Named("application", s.Application, s.ApplicationVersion), Named("middleware", s.Middleware, s.MiddlewareVersion),
    }.Where(t => t.Length > 0));

    private static string Named(string what, string? name, string? version) => string.IsNullOrEmpty(name) ? "" : $"{what} {name} {version}".TrimEnd();

    private static DigestView[] Digests(IReadOnlyList<DigestReference> references) =>
        [.. references.Select(r => new DigestView(r.Uri, r.Algorithm[(r.Algorithm.LastIndexOf('#') + 1)..], r.Value))];

    private PartyView Party(Party party) => new(
        party.Her, [.. party.Ids.Where(i => i.Type != PartyId.HerType).Select(i => $"{i.Type ?? "(no type)"} {(discretion.Shows(i.Type) ? discretion.Masked(i.Value) : "***")}")], party.Role);

    private ErrorView Error(MessageError error) =>
        new(error.Code, error.Severity == ErrorSeverity.Error ? "error" : "warning", discretion.Masked(error.Location), discretion.Masked(error.Text));

    private CertificateView? Claimed(ReadOnlyMemory<byte> der)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der.Span);
            return Certificate(certificate);
        }
        catch (CryptographicException)
        {
            // The finding about the signature says that it cannot be read.
            return null;
        }
    }

    private CertificateView Certificate(X509Certificate2 certificate)
    {
        var s = CertificateSummary.Of(certificate);
        return new CertificateView(discretion.Subject(s.Subject), s.Issuer, s.SerialNumber, s.NotBefore, s.NotAfter, s.KeyUsages, s.KeyBits, s.Thumbprint);
    }
}
