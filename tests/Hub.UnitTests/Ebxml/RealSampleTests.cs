using Hub.Ebxml.Envelope;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Signing;
using Xunit;

namespace Hub.UnitTests.Ebxml;

/// <summary>Signed messages from the network verify or fail as their provenance says.</summary>
public sealed class RealSampleTests
{
    [Theory]
    [InlineData("ebxml/ebxml-processor/oppgjorsmelding/2023_08_29T12_56_58_328.msg")]
    [InlineData("ebxml/ebxml-processor/har-borger-egenandrel-fritak/harBorgerEgenandelFritakRequest")]
    [InlineData("ebxml/ebxml-processor/har-borger-egenandrel-fritak/harBorgerEgenanderlFritakResponse")]
    [InlineData("ebxml/ebxml-signatur-validator/riktigsignature")]
    public void Should_find_the_signature_of_a_real_message_valid(string file)
    {
        var verdict = Verify(Standards.Sample(file), out var document);

        Assert.Equal("", verdict is InvalidSignature invalid ? invalid.Text : "");
        Assert.IsType<ValidSignature>(verdict);
        Assert.NotNull(document.Message);
        Assert.DoesNotContain(document.Findings, f => f.Severity == FindingSeverity.Error);
    }

    [Fact]
    public void Should_find_the_signature_value_of_the_broken_message_wrong()
    {
        var verdict = Verify(Standards.Sample("ebxml/ebxml-signatur-validator/tekkopplysning"), out _);

        Assert.Equal(SignatureFaults.ValueWrong, Assert.IsType<InvalidSignature>(verdict).Reason);
    }

    [Fact]
    public void Should_find_the_inner_signature_of_the_broken_message_valid()
    {
        var mime = MimeReader.Read(Standards.Sample("ebxml/ebxml-signatur-validator/tekkopplysning"));

        var verdict = DocumentSignature.Verify(Assert.Single(mime.Attachments).Content, SignaturePolicy.Lenient);

        Assert.IsType<ValidSignature>(verdict);
    }

    [Fact]
    public void Should_find_a_signed_business_document_valid()
    {
        var verdict = DocumentSignature.Verify(Standards.Sample("ebxml/ebxml-signatur-validator/payloadonly"), SignaturePolicy.Lenient);

        Assert.Equal("", verdict is InvalidSignature invalid ? invalid.Text : "");
        Assert.IsType<ValidSignature>(verdict);
    }

    [Theory]
    [InlineData("ebxml/sarepta-eksempel/Acknowledgment.xml")]
    [InlineData("ebxml/sarepta-eksempel/ebxml-eksempel.xml")]
    [InlineData("ebxml/sarepta-eksempel/ebxml-header-Description-overvakning-SVAR_CYT.xml")]
    [InlineData("ebxml/ebxml-processor/signaltest/acknowledgment.xml")]
    [InlineData("ebxml/ebxml-processor/signaltest/messageerror.xml")]
    [InlineData("ebxml/ebxml-processor/signaltest/payloadmessage.xml")]
    public void Should_read_an_illustration_but_never_call_its_signature_valid(string file)
    {
        var verdict = Verify(Standards.Sample(file), out var document);

        Assert.NotNull(document.Message);
        Assert.False(verdict.IsValid);
    }

    [Fact]
    public void Should_refuse_SHA1_where_the_partner_may_not_use_it()
    {
        var mime = MimeReader.Read(Standards.Sample("ebxml/ebxml-signatur-validator/riktigsignature"));
        var document = EnvelopeDocument.Read(mime.Soap!.Content);

        var verdict = EnvelopeSignature.Verify(document, [.. mime.Attachments.Select(a => a.ToAttachment())], SignaturePolicy.Profile);

        Assert.Equal(SignatureFaults.AlgorithmRefused, Assert.IsType<InvalidSignature>(verdict).Reason);
    }

    private static SignatureVerdict Verify(byte[] bytes, out EnvelopeDocument document)
    {
        var mime = MimeReader.Read(bytes);
        Assert.NotNull(mime.Soap);
        document = EnvelopeDocument.Read(mime.Soap.Content);
        return EnvelopeSignature.Verify(document, [.. mime.Attachments.Select(a => a.ToAttachment())], SignaturePolicy.Lenient);
    }
}
