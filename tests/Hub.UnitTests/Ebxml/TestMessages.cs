using System.Security.Cryptography.X509Certificates;
using System.Text;
using Hub.Ebxml.Encryption;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Signing;

namespace Hub.UnitTests.Ebxml;

/// <summary>Messages and keys that the tests share.</summary>
internal static class TestMessages
{
    public static readonly X509Certificate2 SigningCertificate = TestAuthority.Trusted.Signing("Sender");
    public static readonly X509Certificate2 EncryptionCertificate = TestAuthority.Trusted.Encryption("Receiver");
    public static readonly MessageSigner Signer = new(SigningCertificate);
    public static readonly PayloadEncryptor Encryptor = new(EncryptionCertificate);
    public static readonly PayloadDecryptor Decryptor = new([EncryptionCertificate]);
    public static readonly OpenOptions Opening = new() { Decryptor = Decryptor };
    public static readonly byte[] Document = Encoding.UTF8.GetBytes("<MsgHead xmlns=\"urn:test\">Prøve på æøå</MsgHead>");

    public static EbxmlMessage Payload(params string[] contentIds) => new(
        new MessageHeader
        {
            From = Party.OfHer(8094867, "LOG_INNLAGTsender"),
            To = Party.OfHer(79768, "LOG_INNLAGTreceiver"),
            CpaId = "79768_8094867",
            ConversationId = "5e7e3c5e-6d0d-4c2b-8a10-1f4b1c8f6a01",
            Service = new ServiceName("S-LOG_INNLAGT", "string"),
            Action = "LOG_INNLAGT",
            MessageId = "b2f7f0a0-58bb-4a51-93a5-2bd3b0a5e7d1",
            Timestamp = TestAuthority.Start.AddMilliseconds(125),
            DuplicateElimination = true,
            Descriptions = [new SystemDescription("Hub", "1.0").ToDescription()],
        },
        new PayloadBody(new AckRequested(), false, new Manifest([.. contentIds.Select(id =>
            ManifestReference.To(id, new SchemaReference("http://www.kith.no/xmlstds/po/Pasientlogistikk/2012-04-01", "1.6")))])));

    public static SealOptions Sealing(SoapEncoding encoding = SoapEncoding.Base64) =>
        new() { Signer = Signer, Encryptor = Encryptor, SoapEncoding = encoding };

    public static SealedMessage Sealed(SoapEncoding encoding = SoapEncoding.Base64) =>
        OutgoingMessage.Seal(Payload("p1@hub"), [new OutgoingPayload("p1@hub", Document)], Sealing(encoding));

    /// <summary>A signed envelope with attachments in the clear, for tests that change one or the other.</summary>
    public static (string Envelope, Attachment[] Attachments) Plain(EbxmlMessage? message = null)
    {
        Attachment[] attachments = [new("p1@hub", "application/xml", Document), new("p2@hub", "application/xml", new byte[] { 1, 2, 3 })];
        var signed = Signer.Sign(message ?? Payload("p1@hub", "p2@hub"), attachments);
        return (Encoding.UTF8.GetString(signed.Bytes.Span), attachments);
    }

    public static SignatureVerdict Verify(string envelope, IReadOnlyList<Attachment> attachments, SignaturePolicy? policy = null) =>
        EnvelopeSignature.Verify(EnvelopeDocument.Read(Encoding.UTF8.GetBytes(envelope)), attachments, policy ?? SignaturePolicy.Profile);

    public static string Reason(SignatureVerdict verdict) => verdict switch
    {
        InvalidSignature invalid => invalid.Reason,
        ValidSignature => "valid",
        _ => "none",
    };
}
