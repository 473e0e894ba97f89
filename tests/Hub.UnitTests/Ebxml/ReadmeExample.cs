using System.Security.Cryptography.X509Certificates;
using Hub.Ebxml.Addressing;
using Hub.Ebxml.Certificates;
using Hub.Ebxml.Encryption;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Reliability;
using Hub.Ebxml.Signing;

namespace Hub.UnitTests.Ebxml;

/// <summary>The example of the README of Hub.Ebxml, compiled and run. What stands between the marks stands there too.</summary>
public static class ReadmeExample
{
    // <readme>
    public static SealedMessage Send(byte[] document, MessageSigner us, X509Certificate2 theirEncryption, DateTimeOffset now)
    {
        var header = MessageAddress.For("DIALOG_HELSEFAGLIG").Header(
            fromHer: 8094867, toHer: 79768, DefaultAgreement.IdFor(8094867, 79768), $"{Guid.NewGuid()}", $"{Guid.NewGuid()}", now);
        var manifest = new Manifest([ManifestReference.To("p1@hub", DocumentSchemas.For("http://www.kith.no/xmlstds/dialog/2013-01-23"))]);
        using var encryptor = new PayloadEncryptor(theirEncryption);
        return OutgoingMessage.Seal(
            new EbxmlMessage(
                header with { Descriptions = [new SystemDescription("My MSH", "1.0").ToDescription()] },
                new PayloadBody(new AckRequested(), SyncReply: false, manifest)),
            [new OutgoingPayload("p1@hub", document)],
            new SealOptions { Signer = us, Encryptor = encryptor });
        // Store .Mime and .References first; then send .Mime, and the very same again until the receipt comes.
    }

    public static MimeMessage Receive(
        MimeMessage mime, PayloadDecryptor ourKeys, MessageSigner us, X509Certificate2 registered, DateTimeOffset now, Action<ReadOnlyMemory<byte>> store)
    {
        var opened = IncomingMessage.Open(mime.Body, mime.ContentType, new OpenOptions { Decryptor = ourKeys });
        var message = opened.Message ?? throw new InvalidDataException("Nothing that can be answered: give a SoapFault back.");

        // A signature that holds says who signed. Whether that is the sender, the register says.
        var findings = new List<Finding>();
        if (opened.Signature is ValidSignature signature && new CertificateCheck(Trust: null, Revocation: null).Decide(
            signature.Certificate, CertificatePurpose.Signing, message.Header.Timestamp, now, [registered]) is CertificateRefused refused)
            findings.Add(new Finding(44, FindingSeverity.Error, ErrorCodes.SecurityFailure, "//ds:Signature", refused.Text));

        var decision = Incoming.Decide(IncomingFacts.Of(opened, findings), earlier: null, new IncomingPolicy(), now);
        if (decision is Deliver)
            store(opened.Payloads[0].Document!.Value);
        var body = decision switch
        {
            Deliver { Answer: { } acknowledgment } => acknowledgment,
            Refuse refuse => refuse.Answer,
            _ => throw new NotSupportedException("Repeats, receipts and pings: see Incoming."),
        };
        return OutgoingMessage.Seal(Answers.To(message.Header, body, $"{Guid.NewGuid()}", now), [], new SealOptions { Signer = us }).Mime;
    }

    public static bool IsDelivered(SealedMessage sent, MimeMessage receipt)
    {
        IReadOnlyList<MimeHeader>? headers = receipt.TransferEncoding is { } encoding ? [new MimeHeader("Content-Transfer-Encoding", encoding)] : null;
        var opened = IncomingMessage.Open(receipt.Body, receipt.ContentType, new OpenOptions(), headers);
        return opened is { Signature: ValidSignature, Message.Body: AcknowledgmentBody { References: var received } }
            && DigestComparison.Of(sent.References, received).AreEqual;
    }
    // </readme>
}
