using System.Text;
using Hub.Kith;
using Hub.Kith.AppRec;
using Hub.Kith.MsgHead;
using Hub.Kith.Schemas;
using Hub.Kith.Xml;
using Xunit;

namespace Hub.UnitTests.Kith;

/// <summary>Nothing a sender can write makes the library throw, fetch or grow.</summary>
public sealed class HostileXmlTests
{
    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", KithCodes.DtdRefused)]
    [InlineData("<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a/>", KithCodes.DtdRefused)]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>", KithCodes.DtdRefused)]
    [InlineData("<a>&undefined;</a>", KithCodes.NotXml)]
    [InlineData("<a><b></a>", KithCodes.NotXml)]
    [InlineData("<a/><b/>", KithCodes.NotXml)]
    [InlineData("hello", KithCodes.NotXml)]
    [InlineData("", KithCodes.NotXml)]
    [InlineData("<a>&#0;</a>", KithCodes.NotXml)]
    [InlineData("<?xml version='1.1'?><a/>", KithCodes.NotXml)]
    [InlineData("<?xml version='1.0' encoding='x-unknown'?><a/>", KithCodes.BadEncoding)]
    public void Should_refuse_with_a_finding(string xml, string code)
    {
        var bytes = Encoding.UTF8.GetBytes(xml);

        Assert.Null(KithXml.Read(bytes).Root);
        Assert.Equal(code, Assert.Single(KithXml.Read(bytes).Findings).Code);
        Assert.Null(MessageReader.Read(bytes).Message);
        Assert.Null(ReceiptReader.Read(bytes).Receipt);
        Assert.NotEmpty(KithSchemas.Validate(bytes));
        Assert.Equal(KithKind.NotXml, KithDocument.Recognize(bytes).Kind);
    }

    [Fact]
    public void Should_refuse_deep_nesting_many_nodes_and_large_documents()
    {
        var deep = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 5000)));
        var wide = Encoding.UTF8.GetBytes("<a>" + string.Concat(Enumerable.Repeat("<b/>", 300)) + "</a>");

        Assert.Equal(KithCodes.TooLarge, Assert.Single(KithXml.Read(deep).Findings).Code);
        Assert.Equal(KithCodes.TooLarge, Assert.Single(KithXml.Read(wide, new KithXmlLimits(MaxNodes: 200)).Findings).Code);
        Assert.Equal(KithCodes.TooLarge, Assert.Single(KithXml.Read(wide, new KithXmlLimits(MaxBytes: 100)).Findings).Code);
    }

    [Fact]
    public void Should_survive_being_cut_anywhere()
    {
        var whole = Samples.Bytes(Samples.With(Samples.Helsefaglig()));
        for (var length = 0; length < whole.Length; length += 7)
        {
            var cut = whole.AsMemory(0, length);
            Assert.Null(MessageReader.Read(cut).Message);
            Assert.False(IncomingDocument.Of(cut).IsWellFormed);
        }
    }

    [Fact]
    public void Should_survive_any_byte_changed()
    {
        var whole = Samples.Bytes(Samples.With(Samples.Helsefaglig()));
        var random = new Random(20260302);
        for (var i = 0; i < 2000; i++)
        {
            var changed = whole.ToArray();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            var document = IncomingDocument.Of(changed);
            Assert.Equal(document.IsWellFormed, KithXml.Read(changed).Root is not null);
        }
    }

    [Theory]
    [InlineData("utf-8", "", true)]
    [InlineData("utf-8", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", true)]
    [InlineData("utf-16", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", true)]
    [InlineData("utf-16BE", "", true)]
    [InlineData("iso-8859-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", false)]
    public void Should_read_the_encodings_of_the_network(string encoding, string declaration, bool mark)
    {
        var codec = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? codec.GetPreamble() : [], .. codec.GetBytes(declaration + "<a>blåbærsyltetøy</a>")];

        var read = KithXml.Read(bytes);

        Assert.Empty(read.Findings);
        Assert.Equal("blåbærsyltetøy", read.Root!.Value);
    }

    [Fact]
    public void Should_report_bytes_that_do_not_fit_their_declaration()
    {
        var latinAsUtf8 = Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>blåbær</a>");
        var utf8AsLatin = Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>blåbær</a>");

        Assert.Equal(KithCodes.BadEncoding, Assert.Single(KithXml.Read(latinAsUtf8).Findings).Code);
        Assert.Equal(KithCodes.SuspectEncoding, Assert.Single(KithXml.Read(utf8AsLatin).Findings).Code);
    }

    [Fact]
    public void Should_put_no_value_of_the_document_in_a_finding()
    {
        var xml = Encoding.UTF8.GetString(Samples.Bytes(Samples.With(Samples.Helsefaglig()))).Replace("1969-11-13", "hemmelig-dato", StringComparison.Ordinal)
            .Replace("<FamilyName>Danser", "<FamilyName>Danser<Navn>Kari</Navn>", StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(xml);
        var reading = MessageReader.Read(bytes);
        var findings = string.Join('\n', reading.Findings.Concat(KithSchemas.Validate(bytes)).Concat(MessageRules.Check(reading.Message!.Info)));

        Assert.NotEmpty(reading.Unread);
        Assert.Contains(KithCodes.BadValue, findings, StringComparison.Ordinal);
        foreach (var secret in new[] { "hemmelig", "Kari", "Danser", "13916900216" }) Assert.DoesNotContain(secret, findings, StringComparison.Ordinal);
    }
}
