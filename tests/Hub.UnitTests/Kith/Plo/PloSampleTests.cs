using Hub.Kith;
using Hub.Kith.Plo;
using Xunit;

namespace Hub.UnitTests.Kith.Plo;

public sealed class PloSampleTests
{
    [Theory]
    [MemberData(nameof(PloSamples.Names), MemberType = typeof(PloSamples))]
    public void Should_read_every_official_sample_without_a_doubt(string name)
    {
        var reading = PloSamples.Read(name);

        Assert.NotNull(reading.Document);
        Assert.DoesNotContain(reading.Findings, f => f.Severity != KithSeverity.Information);
        Assert.Empty(reading.Document.Unread);
    }

    [Theory]
    [MemberData(nameof(PloSamples.Names), MemberType = typeof(PloSamples))]
    public void Should_write_every_official_sample_again_with_equal_content(string name)
    {
        var reading = PloSamples.Read(name);

        var written = PloWriter.ToElement(reading.Document!, Guid.Empty);

        Assert.Equal(ElementContent.Of(reading.Source!), ElementContent.Of(written));
        Assert.Empty(PloWriter.Write(reading.Document!, Guid.Empty).Findings);
    }

    [Theory]
    [MemberData(nameof(PloSamples.Names), MemberType = typeof(PloSamples))]
    public void Should_represent_every_text_and_code_of_every_official_sample(string name) =>
        Assert.Empty(PloCompleteness.UnreadNodes(PloSamples.Read(name)));

    [Theory]
    [MemberData(nameof(PloSamples.Names), MemberType = typeof(PloSamples))]
    public void Should_collect_every_journal_text_in_document_order(string name)
    {
        var reading = PloSamples.Read(name);
        var notes = reading.Source!.Descendants().Where(e => e.Name.LocalName == "Notat").ToList();

        var texts = reading.Document!.AllTexts;

        Assert.Equal(notes.Select(n => n.Value), texts.Select(t => t.Text));
        Assert.Equal(
            notes.Select(n => (string?)n.Parent!.Elements().FirstOrDefault(e => e.Name.LocalName == "Overskriftskode")?.Attribute("V")), texts.Select(t => t.Heading?.V));
    }
}
