using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Signing;
using Xunit;
using static Hub.UnitTests.Ebxml.TestMessages;

namespace Hub.UnitTests.Ebxml;

/// <summary>What is written is canonical already, is read back as it was, and survives every transport form.</summary>
public sealed class CanonicalPropertyTests
{
    private static readonly Gen<string> Odd = Gen.Elements(
        "a", "Z", "0", " ", "&", "<", ">", "\"", "'", "æ", "Ø", "\u00A0", "\u2028", "\U0001F600", "]]>", "<!--", "&amp;", "\t", "\n", "\r", "=", "%")
        .ListOf().Select(parts => $"x{string.Concat(parts)}x");

    private static readonly Gen<EbxmlMessage> Messages =
        from id in Odd
        from role in Odd
        from text in Odd
        from type in Odd
        from bodyKind in Gen.Choose(0, 5)
        select Message(id, role, text, type, bodyKind);

    [Fact]
    public void Should_write_the_bytes_that_a_reference_canonicalizer_would() =>
        Prop.ForAll(Messages.ToArbitrary(), message =>
        {
            var bytes = Signer.Sign(message, []).Bytes.ToArray();
            var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            using (var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit }))
                document.Load(reader);
            var transform = new XmlDsigC14NTransform();
            transform.LoadInput(document);
            using var canonical = (MemoryStream)transform.GetOutput(typeof(Stream));
            Assert.Equal(Encoding.UTF8.GetString(canonical.ToArray()), Encoding.UTF8.GetString(bytes.AsSpan("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".Length)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Should_read_back_every_message_and_verify_it() =>
        Prop.ForAll(Messages.ToArbitrary(), message =>
        {
            var document = EnvelopeDocument.Read(Signer.Sign(message, []).Bytes);
            Assert.Equal("valid", Reason(EnvelopeSignature.Verify(document, [], SignaturePolicy.Profile)));
            Assert.Equal(message.Header with { Descriptions = [] }, document.Message!.Header with { Descriptions = [] });
            Assert.Equal(message.Header.Descriptions, document.Message.Header.Descriptions);
            Assert.Equal(message.Body, document.Message.Body);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Should_get_the_same_octets_out_of_a_multipart_as_were_put_in() =>
        Prop.ForAll(Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf().ToArbitrary(), Gen.Elements(SoapEncoding.Base64, SoapEncoding.EightBit).ToArbitrary(),
            (content, encoding) =>
            {
                byte[] soap = [(byte)'<', .. content];
                var mime = MimeWriter.Multipart(soap, [new Attachment("a@b", "application/pkcs7-mime", content)], encoding);
                var mail = MailWriter.Write(mime, new MailHeaders("a@b", "c@d", "m", TestAuthority.Start));
                foreach (var read in (MimeReading[])[MimeReader.Read(mime.Body, mime.ContentType), MimeReader.Read(mime.Body), MimeReader.Read(mail)])
                {
                    Assert.Equal(soap, read.Soap!.Content.ToArray());
                    Assert.Equal(content, Assert.Single(read.Attachments).Content.ToArray());
                    Assert.Equal("a@b", read.Attachments[0].ContentId);
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Theory]
    [InlineData("<a xmlns='urn:a' xmlns:b='urn:b' b:z='1' y='2'><!-- c --><b:c xmlns:b='urn:b' xmlns=''><d xml:lang='no'/></b:c>&#13;&lt;&#x9;]]&gt;<?pi  x?></a>")]
    [InlineData("<?first?><a:r xmlns:a='urn:a'><a:e a:k='&quot;&#10;&amp;' k='x'/> <![CDATA[<&]]> </a:r><?last x?>")]
    [InlineData("<r xmlns='u1'><s xmlns='u2'><t xmlns='u1'/></s><s xmlns=''><t/></s></r>")]
    public void Should_canonicalize_any_document_as_the_reference_does(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        using (var reader = XmlReader.Create(new StringReader(xml)))
            document.Load(reader);
        var transform = new XmlDsigC14NTransform();
        transform.LoadInput(document);
        using var expected = (MemoryStream)transform.GetOutput(typeof(Stream));
        var reference = new DigestReference("", [new(SignatureAlgorithms.Enveloped)], SignatureAlgorithms.Sha256,
            Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(expected.ToArray())));

        Assert.Equal("envelope matches", DigestOf(xml, reference));
    }

    /// <summary>The canonical form is internal; that the digest of a document signature fits shows it.</summary>
    private static string DigestOf(string xml, DigestReference reference)
    {
        var signature = $"<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm=\"{SignatureAlgorithms.C14N}\"/><ds:SignatureMethod Algorithm=\"{SignatureAlgorithms.RsaSha256}\"/><ds:Reference URI=\"\"><ds:Transforms><ds:Transform Algorithm=\"{SignatureAlgorithms.Enveloped}\"/></ds:Transforms><ds:DigestMethod Algorithm=\"{reference.Algorithm}\"/><ds:DigestValue>{reference.Value}</ds:DigestValue></ds:Reference></ds:SignedInfo><ds:SignatureValue>AAAA</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{Convert.ToBase64String(SigningCertificate.RawData)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>";
        var end = xml.LastIndexOf("</", StringComparison.Ordinal);
        var verdict = DocumentSignature.Verify(Encoding.UTF8.GetBytes(xml.Insert(end, signature)), SignaturePolicy.Profile);

        // The value is nonsense, so a digest that fits is told by what is found wrong next.
        return Reason(verdict) == SignatureFaults.ValueWrong ? "envelope matches" : Reason(verdict);
    }

    private static EbxmlMessage Message(string id, string role, string text, string type, int kind)
    {
        var payload = Payload();
        return new EbxmlMessage(
            payload.Header with
            {
                MessageId = id,
                ConversationId = text,
                From = new Party([new PartyId("HER", "12"), new PartyId(type, text)], role),
                Service = new ServiceName(text, type),
                TimeToLive = TestAuthority.Start.AddTicks(1234567),
                Descriptions = [new Description("no", text)],
            },
            kind switch
            {
                0 => new PayloadBody(new AckRequested(true, type), true, Manifest.Empty),
                1 => new AcknowledgmentBody(TestAuthority.Start, id, [new("", [new(type), new(text, text)], type, "AAAA"), new("cid:x", [], role, "BBBB")]),
                2 => new ErrorListBody(ErrorSeverity.Error, [new(ErrorCodes.Unknown, ErrorSeverity.Error, text, text, "no", type)]),
                3 => new StatusRequestBody(id),
                4 => new StatusResponseBody(id, MessageStatus.Processed, TestAuthority.Start),
                _ => new PayloadBody(null, false, new Manifest([new ManifestReference(text, [new(type, role)], [new("no", text)], role)])),
            });
    }
}
