using FsCheck;
using FsCheck.Fluent;
using Hub.Kith.Plo;
using Hub.Kith.Xml;
using Xunit;

namespace Hub.UnitTests.Kith.Plo;

public sealed class PloTextProperties
{
    private static readonly string[] Odd =
    [
        "", " ", "\t", "\r", "\n", "\r\n\r\n", "]]>", "<b>fet</b>", "&amp;", "\u0000", "\u001F", "\uD800", "\uFFFE", "😀", "e\u0301", "\u2028", "æøåÆØÅ", "<!-- -->",
    ];

    [Fact]
    public void Should_carry_any_text_through_writing_and_reading() => Prop.ForAll(Gen.Elements(Odd).ListOf().Select(p => string.Concat(p)).ToArbitrary(), text =>
    {
        var document = PloExamples.Of(PloType.HelseopplysningerTilLege) with
        {
            Body = new Konsultasjon { Sykepleierdokumentasjon = PloNotes.Nursing(PloNotes.Text(PloHeadings.Other, text, text)) },
        };

        var written = PloWriter.Write(document, PloExamples.MessageId);
        var read = PloReader.Read(written.Bytes).Document!.AllTexts.Single();

        Assert.Equal(Lines(XmlText.Replace(text)), read.Text);
        Assert.Equal(Lines(XmlText.Replace(text)), read.Note);
        Assert.True(PloSchemas.IsValidByOurs(PloReader.Read(written.Bytes).Source!));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_carry_full_content_of_any_text_and_length() =>
        Prop.ForAll(Gen.Elements(Odd).ListOf().Select(l => l.Count == 0 ? ["x"] : l).Zip(Gen.Choose(1, 3)).ToArbitrary(), given =>
        {
            var (texts, length) = given;
            foreach (var body in PloExamples.Bodies().Select(b => b.GetType()))
            {
                var document = new RecordFiller([.. texts], length).Document(body);
                var written = PloWriter.Write(document, PloExamples.MessageId);
                var reading = PloReader.Read(written.Bytes);
                Assert.Empty(reading.Findings);
                Assert.Empty(PloCompleteness.UnreadNodes(reading));
                Assert.Equal(written.Bytes, PloWriter.Write(reading.Document!, Guid.Empty).Bytes);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(6));

    private static string Lines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal);
}
