using Hub.Kith.Dialog;
using Hub.Kith.MsgHead;
using Hub.Kith.Plo;
using Hub.Kith.Types;
using Hub.Kith.Xml;
using Hub.UnitTests.Kith.Plo;
using Xunit;

namespace Hub.UnitTests.Kith;

/// <summary>A document made as elements gives the same bytes in its message as one that was written and read again.</summary>
public sealed class WriterTreeTests
{
    [Fact]
    public void Should_give_the_same_bytes_for_every_PLO_message()
    {
        foreach (var plo in PloExamples.All())
        {
            var read = KithXml.Read(PloWriter.Write(plo, PloExamples.MessageId).Bytes).Root!;
            Assert.Equal(Bytes([read]), Bytes([PloWriter.ToElement(plo, PloExamples.MessageId)]));
        }
    }

    [Theory]
    [InlineData("one line")]
    [InlineData("two\r\nlines")]
    [InlineData("\nother\rbreaks\n\r\n")]
    [InlineData("forbidden \u0001 character, & < > \" ' \t")]
    public void Should_give_the_same_bytes_for_every_text(string text)
    {
        var dialog = Samples.Helsefaglig(text);
        var written = DialogWriter.Write(dialog);
        var (element, findings) = DialogWriter.ToElement(dialog);

        Assert.Equal(Bytes([KithXml.Read(written.Bytes).Root!]), Bytes([element]));
        Assert.Equal(written.Findings, findings);
    }

    [Fact]
    public void Should_refuse_to_make_elements_of_a_type_that_the_version_lacks() =>
        Assert.Throws<ArgumentException>(() => PloWriter.ToElement(new PloDocument { Body = new MeldingFravar() }, PloExamples.MessageId));

    private static byte[] Bytes(IReadOnlyList<System.Xml.Linq.XElement> content) => MessageWriter.Write(new Message
    {
        Info = Samples.Info(),
        Documents = [new Document { RefDoc = new RefDoc { MsgType = new CS("XML", "XML-instans"), Content = content } }],
    }).Bytes;
}
