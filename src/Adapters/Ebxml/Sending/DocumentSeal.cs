using System.Reflection;
using System.Security.Cryptography.X509Certificates;
using Hub.Adapters.Ebxml.Parties;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Tenants;
using Hub.Ebxml.Addressing;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Certificates;
using Hub.Ebxml.Encryption;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Kith;

namespace Hub.Adapters.Ebxml.Sending;

/// <summary>Puts a KITH document into a signed, encrypted ebXML message. Ids come from the delivery, so that a document sealed twice before it was stored still is the same message to its receiver.</summary>
internal sealed class DocumentSeal(TenantParty own, PartnerConfig partner, EbxmlOptions options)
{
    /// <summary>Largest message the network takes (HITS 1171), measured over the MIME body.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private const string AppRec = "APPREC";

    private static readonly string Version = typeof(DocumentSeal).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Seals a document.</summary>
    /// <param name="document">The document as mapped.</param>
    /// <param name="seal">For which delivery.</param>
    /// <returns>The message, or why it cannot be made.</returns>
    public Result<SealedDocument> Seal(OutboundDocument document, SealContext seal)
    {
        var content = KithDocument.Recognize(document.Body);
        if (content.Kind is not (KithKind.MsgHead or KithKind.AppRec))
            return EbxmlErrors.NotADocument.At();
        var properties = document.Properties;
        var address = AddressOf(content, properties);
        var her = partner.Her!.Party;
        var terms = PartnerTerms.For(own, her, address, properties.GetValueOrDefault(MessageProperties.Agreement), seal.Now);
        if (!terms.IsOk)
            return Result<SealedDocument>.Failed(terms.Errors);
        if (terms.Value.EncryptionCertificate is not { IsComplete: true } found)
            return EbxmlErrors.PartnerCertificate.At(detail: "The register has no encryption certificate for the partner");
        using var certificate = found.Load();
        return own.Certificates.Decide(certificate, CertificatePurpose.Encryption, seal.Now, seal.Now) switch
        {
            CertificateRefused refused => EbxmlErrors.PartnerCertificate.At(detail: refused.Text),
            CertificateUndecided undecided => EbxmlErrors.PartnerCertificate.At(detail: undecided.Text),
            _ when own.Signing.NotAfter < seal.Now || own.Signing.NotBefore > seal.Now => EbxmlErrors.KeyUnusable.At(detail: "The tenant's signing certificate is not valid now"),
            _ => Seal(document, content, terms.Value, certificate, seal),
        };
    }

    private Result<SealedDocument> Seal(
        OutboundDocument document, KithRecognition content, MessageTerms terms, X509Certificate2 certificate, SealContext seal)
    {
        var messageId = seal.Ids.For("ebxml.message").ToString();
        var contentId = $"payload.{seal.Ids.For("ebxml.payload")}";
        var conversation = document.Properties.GetValueOrDefault(MessageProperties.Conversation) ?? seal.Ids.For("ebxml.conversation").ToString();
        var schema = DocumentSchemas.For(content.Business?.Namespace ?? content.Namespace);
        var header = new MessageAddress(terms.Service, terms.Action, terms.FromRole, terms.ToRole)
            .Header(terms.FromHer, terms.ToHer, terms.CpaId, conversation, messageId, seal.Now);
        if (schema is not null)
            header = header with { Descriptions = [new SystemDescription("Hub", Version).ToDescription()] };
        var body = new PayloadBody(new AckRequested(), options.Sync && own.EndpointOf(partner)?.Scheme is "https" or "http", new Manifest([ManifestReference.To(contentId, schema)]));
        using var encryptor = new PayloadEncryptor(certificate);
        var message = OutgoingMessage.Seal(
            new EbxmlMessage(header, body),
            [new OutgoingPayload(contentId, document.Body)],
            new SealOptions
            {
                Signer = own.Signer,
                Encryptor = encryptor,
                Form = options.RawPlaintext ? PlaintextForm.Raw : PlaintextForm.Mime,
                Gzip = options.Gzip || terms.Package is { IsCompressed: true },
                SoapEncoding = SoapEncoding.Base64,
            });
        if (message.Mime.Body.Length > MaxBytes)
            return EbxmlErrors.TooLarge.At(detail: $"The message is {message.Mime.Body.Length} bytes");
        string[] correlations = content.Kind == KithKind.AppRec
            ? [Correlations.Message(messageId)]
            : [Correlations.Message(messageId), Correlations.Document(document.DocumentId)];
        return new SealedDocument(document with { MediaType = StoredMime.MediaType, Body = StoredMime.Write(message.Mime) }, correlations);
    }

    // An AppRec goes back under the service of what it answers; everything else follows from its type (HISD 1209).
    private static MessageAddress AddressOf(KithRecognition content, IReadOnlyDictionary<string, string> properties)
    {
        if (content.Kind != KithKind.AppRec)
            return MessageAddress.For(content.MessageType ?? "");
        var service = properties.GetValueOrDefault(MessageProperties.Service, $"S-{AppRec}");
        var type = AddressRule.MessageTypeOf(service) ?? AppRec;
        return new MessageAddress(
            service,
            AppRec,
            properties.GetValueOrDefault(MessageProperties.FromRole, $"{type}receiver"),
            properties.GetValueOrDefault(MessageProperties.ToRole, $"{type}sender"));
    }
}
