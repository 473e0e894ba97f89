using System.Security.Cryptography;
using System.Text;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Signing;
using Xunit;
using static Hub.UnitTests.Ebxml.TestMessages;

namespace Hub.UnitTests.Ebxml;

/// <summary>Every change to a signed message, and every way to make a reader see another message than the one signed, is refused.</summary>
public sealed class AttackTests
{
    private const string EvilHeader = "<eb:MessageHeader SOAP:mustUnderstand=\"1\" eb:version=\"2.0\"><eb:MessageData><eb:MessageId>evil</eb:MessageId></eb:MessageData></eb:MessageHeader>";

    /// <summary>Signature wrapping: the signed parts are kept somewhere, and other parts are put where a reader looks.</summary>
    public static TheoryData<string, string, string> Wrappings => new()
    {
        { "a second header block before the signed one", "<SOAP:Header>", "<SOAP:Header>" + EvilHeader },
        { "a second header block after the signed one", "</SOAP:Header>", EvilHeader + "</SOAP:Header>" },
        { "a header block in the body", "<SOAP:Body>", "<SOAP:Body>" + EvilHeader },
        { "a header block inside the signature's own key info", "<ds:KeyInfo>", "<ds:KeyInfo>" + EvilHeader },
        { "a second header", "<SOAP:Body>", "<SOAP:Header>" + EvilHeader + "</SOAP:Header><SOAP:Body>" },
        { "a second body", "</SOAP:Envelope>", "<SOAP:Body></SOAP:Body></SOAP:Envelope>" },
        { "a block for the next actor around another header", "</SOAP:Header>", "<x xmlns=\"urn:x\" SOAP:actor=\"http://schemas.xmlsoap.org/soap/actor/next\">" + EvilHeader + "</x></SOAP:Header>" },
        { "an object inside the signature", "</ds:KeyInfo>", "</ds:KeyInfo><ds:Object>" + EvilHeader + "</ds:Object>" },
        { "a second signature", "</SOAP:Header>", "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"></ds:Signature></SOAP:Header>" },
        { "a manifest hidden in the signature", "<ds:KeyInfo>", "<ds:KeyInfo><eb:Manifest eb:version=\"2.0\"></eb:Manifest>" },
        { "the signed envelope inside another", "<SOAP:Envelope", "<SOAP:Envelope xmlns:SOAP=\"http://schemas.xmlsoap.org/soap/envelope/\"><SOAP:Header></SOAP:Header><SOAP:Body><SOAP:Envelope" },
        { "the sync reply made to carry content", "</SOAP:Header>", "<eb:AckRequested xmlns:y=\"urn:y\" SOAP:actor=\"http://schemas.xmlsoap.org/soap/actor/next\" eb:signed=\"false\"></eb:AckRequested></SOAP:Header>" },
    };

    [Theory]
    [MemberData(nameof(Wrappings))]
    public void Should_refuse_signature_wrapping(string name, string place, string replacement)
    {
        var (envelope, attachments) = Plain();
        var at = envelope.IndexOf(place, StringComparison.Ordinal);
        var wrapped = string.Concat(envelope.AsSpan(0, at), replacement, envelope.AsSpan(at + place.Length));
        if (name.StartsWith("the signed envelope", StringComparison.Ordinal))
            wrapped = wrapped.Replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "", StringComparison.Ordinal) + "</SOAP:Body></SOAP:Envelope>";

        Assert.False(Verify(wrapped, attachments).IsValid, name);
    }

    [Fact]
    public void Should_find_the_message_valid_before_it_is_attacked()
    {
        var (envelope, attachments) = Plain();

        Assert.Equal("valid", Reason(Verify(envelope, attachments)));
    }

    [Theory]
    [InlineData("<eb:Action>LOG_INNLAGT<", "<eb:Action>LOG_DOD<", SignatureFaults.EnvelopeChanged)]
    [InlineData("<eb:CPAId>", "<eb:CPAId> ", SignatureFaults.EnvelopeChanged)]
    [InlineData("xmlenc#sha256", "xmlenc#sha1", SignatureFaults.AlgorithmRefused)]
    [InlineData("http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1", SignatureFaults.AlgorithmRefused)]
    [InlineData("http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmldsig-more#md5", SignatureFaults.AlgorithmRefused)]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2000/09/xmldsig#rsa-sha1", SignatureFaults.AlgorithmRefused)]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2000/09/xmldsig#hmac-sha1", SignatureFaults.AlgorithmRefused)]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256", SignatureFaults.AlgorithmRefused)]
    [InlineData("http://www.w3.org/TR/1999/REC-xpath-19991116", "http://www.w3.org/TR/1999/REC-xslt-19991116", SignatureFaults.TransformRefused)]
    [InlineData("not(ancestor-or-self::node()[", "not(/) and not(ancestor-or-self::node()[", SignatureFaults.TransformRefused)]
    [InlineData("not(ancestor-or-self", "(ancestor-or-self", SignatureFaults.TransformRefused)]
    [InlineData("xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\"", "xmlns:SOAP-ENV=\"urn:else\"", SignatureFaults.TransformRefused)]
    [InlineData("URI=\"\"", "URI=\"#id\"", SignatureFaults.EnvelopeUnsigned)]
    [InlineData("URI=\"cid:p2@hub\"", "URI=\"http://evil.test/\"", SignatureFaults.ReferenceRefused)]
    [InlineData("URI=\"cid:p2@hub\"", "URI=\"cid:p1@hub\"", SignatureFaults.ReferenceRefused)]
    [InlineData("<ds:X509Certificate>", "<ds:X509Certificate>AAAA</ds:X509Certificate><ds:X509Certificate>", SignatureFaults.CertificateUnusable)]
    [InlineData("<ds:SignatureValue>", "<ds:SignatureValue>AAAA", SignatureFaults.ValueWrong)]
    public void Should_refuse_a_changed_envelope(string from, string to, string reason)
    {
        var (envelope, attachments) = Plain();
        Assert.Contains(from, envelope, StringComparison.Ordinal);

        Assert.Equal(reason, Reason(Verify(envelope.Replace(from, to, StringComparison.Ordinal), attachments)));
    }

    [Fact]
    public void Should_refuse_an_envelope_that_an_actor_leaves_out_of_its_own_signature()
    {
        var (envelope, attachments) = Plain();
        var changed = envelope.Replace("<SOAP:Body>", "<SOAP:Body SOAP:actor=\"http://schemas.xmlsoap.org/soap/actor/next\">", StringComparison.Ordinal);

        Assert.Equal(SignatureFaults.ContentExcluded, Reason(Verify(changed, attachments)));
    }

    [Fact]
    public void Should_see_no_signature_where_it_was_taken_off()
    {
        var (envelope, attachments) = Plain();
        var start = envelope.IndexOf("<ds:Signature ", StringComparison.Ordinal);
        var end = envelope.IndexOf("</ds:Signature>", StringComparison.Ordinal) + "</ds:Signature>".Length;

        Assert.IsType<NoSignature>(Verify(envelope.Remove(start, end - start), attachments));
    }

    [Fact]
    public void Should_refuse_changed_swapped_missing_doubled_and_unsigned_attachments()
    {
        var (envelope, both) = Plain();
        var (first, second) = (both[0], both[1]);

        Assert.Equal(SignatureFaults.AttachmentChanged, Reason(Verify(envelope, [first, second with { Content = new byte[] { 1, 2, 4 } }])));
        Assert.Equal(SignatureFaults.AttachmentChanged, Reason(Verify(envelope,
            [first with { Content = second.Content }, second with { Content = first.Content }])));
        Assert.Equal(SignatureFaults.AttachmentMissing, Reason(Verify(envelope, [first])));
        Assert.Equal(SignatureFaults.AttachmentMissing, Reason(Verify(envelope, [first, second, second])));
        Assert.Equal(SignatureFaults.AttachmentUnsigned, Reason(Verify(envelope, [first, second, new Attachment("p3@hub", "x", default)])));
    }

    [Fact]
    public void Should_refuse_a_manifest_entry_that_is_not_signed()
    {
        var (envelope, attachments) = Plain();
        var start = envelope.IndexOf("<ds:Reference URI=\"cid:p2@hub\">", StringComparison.Ordinal);
        var end = envelope.IndexOf("</ds:Reference>", start, StringComparison.Ordinal) + "</ds:Reference>".Length;

        Assert.Equal(SignatureFaults.AttachmentUnsigned, Reason(Verify(envelope.Remove(start, end - start), [attachments[0]])));
    }

    [Fact]
    public void Should_read_a_message_id_with_a_comment_as_the_signature_does()
    {
        var (envelope, attachments) = Plain();
        var changed = envelope.Replace("<eb:MessageId>b2f7", "<eb:MessageId>b2<!-- x -->f7", StringComparison.Ordinal);
        var document = EnvelopeDocument.Read(Encoding.UTF8.GetBytes(changed));

        Assert.Equal("valid", Reason(EnvelopeSignature.Verify(document, attachments, SignaturePolicy.Profile)));
        Assert.Equal(Payload().Header.MessageId, document.Message!.Header.MessageId);
    }

    [Fact]
    public void Should_refuse_a_signature_made_with_the_public_key_as_a_secret()
    {
        var (envelope, attachments) = Plain();
        var changed = envelope.Replace("xmldsig-more#rsa-sha256", "xmldsig-more#hmac-sha256", StringComparison.Ordinal);
        var value = Convert.ToBase64String(HMACSHA256.HashData(SigningCertificate.GetPublicKey(), Encoding.UTF8.GetBytes(changed)));
        var start = changed.IndexOf("<ds:SignatureValue>", StringComparison.Ordinal) + "<ds:SignatureValue>".Length;
        var end = changed.IndexOf("</ds:SignatureValue>", StringComparison.Ordinal);
        changed = string.Concat(changed.AsSpan(0, start), value, changed.AsSpan(end));

        Assert.Equal(SignatureFaults.AlgorithmRefused, Reason(Verify(changed, attachments)));
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;\"><!ENTITY z \"&y;&y;&y;&y;\">]><a>&z;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM \"http://evil.test/a.dtd\"><a/>")]
    public void Should_refuse_every_DTD(string xml)
    {
        var document = EnvelopeDocument.Read(Encoding.UTF8.GetBytes(xml));

        Assert.False(document.IsSoap);
        Assert.Equal(16, Assert.Single(document.Findings).Rule);
    }

    [Fact]
    public void Should_refuse_deep_nesting_and_too_many_nodes()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));
        var wide = "<a>" + string.Concat(Enumerable.Repeat("<b/>", 50_000)) + "</a>";

        var declarations = "<a " + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"xmlns:p{i}='u' ")) + "/>";

        Assert.False(EnvelopeDocument.Read(Encoding.UTF8.GetBytes(declarations)).IsSoap);
        Assert.False(EnvelopeDocument.Read(Encoding.UTF8.GetBytes(deep)).IsSoap);
        Assert.False(EnvelopeDocument.Read(Encoding.UTF8.GetBytes(wide)).IsSoap);
    }

    [Fact]
    public void Should_refuse_huge_messages_deep_multiparts_and_too_many_parts()
    {
        var huge = new byte[11 * 1024 * 1024];
        var nested = string.Concat(Enumerable.Range(0, 20).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"));
        var many = "Content-Type: multipart/related; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat("--b\r\n\r\nx\r\n", 5_000)) + "--b--";

        Assert.Null(MimeReader.Read(huge).Soap);
        Assert.Null(MimeReader.Read(Encoding.ASCII.GetBytes(nested)).Soap);
        Assert.Null(MimeReader.Read(Encoding.ASCII.GetBytes(many)).Soap);
    }

    [Fact]
    public void Should_refuse_a_key_that_is_too_short()
    {
        using var signer = new MessageSigner(TestAuthority.Trusted.Signing("Short", bits: 1024));
        var envelope = Encoding.UTF8.GetString(signer.Sign(Payload(), []).Bytes.Span);

        Assert.Equal(SignatureFaults.KeyRefused, Reason(Verify(envelope, [])));
    }
}
