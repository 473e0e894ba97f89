using System.Text;
using Hub.Kith;
using Hub.Kith.Plo;
using Xunit;

namespace Hub.UnitTests.Kith.Plo;

public sealed class PloHostileTests
{
    private static readonly byte[] Whole = PloWriter.Write(new RecordFiller(["tekst æ"]).Document(typeof(TverrfagligEpikrise)), PloExamples.MessageId).Bytes;

    [Fact]
    public void Should_answer_every_truncation_with_a_finding()
    {
        for (var length = 0; length < Whole.Length; length += 997)
        {
            var reading = PloReader.Read(Whole.AsMemory(0, length));
            Assert.Null(reading.Document);
            Assert.Contains(reading.Findings, f => f.Severity == KithSeverity.Error);
        }
    }

    [Fact]
    public void Should_never_throw_when_bytes_are_changed()
    {
        var random = new Random(7);
        for (var i = 0; i < 250; i++)
        {
            var bytes = (byte[])Whole.Clone();
            for (var n = random.Next(1, 4); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var reading = PloReader.Read(bytes);
            if (reading.Document is not null) Assert.Empty(PloCompleteness.UnreadNodes(reading));
            else Assert.NotEmpty(reading.Findings);
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", KithCodes.DtdRefused)]
    [InlineData("<a xmlns='http://www.kith.no/xmlstds/po/Pasientlogistikk/2012-04-01'/>", PloCodes.NotPlo)]
    [InlineData("<Pasientlogistikk xmlns='http://www.kith.no/xmlstds/po/Pasientlogistikk/2012-04-01'/>", PloCodes.NotPlo)]
    [InlineData("<Pasientlogistikk xmlns='http://ehelse.no/xmlstds/po/Pasientlogistikk/2016-05-30'/>", PloCodes.NotPlo)]
    [InlineData("<TverrfagligEpikrise/>", PloCodes.NotPlo)]
    [InlineData("", KithCodes.NotXml)]
    [InlineData("{\"resourceType\":\"Bundle\"}", KithCodes.NotXml)]
    public void Should_refuse_what_is_no_plo_message(string text, string code)
    {
        var reading = PloReader.Read(Encoding.UTF8.GetBytes(text));

        Assert.Null(reading.Document);
        Assert.Contains(reading.Findings, f => f.Code == code);
    }

    [Fact]
    public void Should_refuse_deep_nesting()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000));

        Assert.Contains(PloReader.Read(Encoding.UTF8.GetBytes(deep)).Findings, f => f.Code == KithCodes.TooLarge);
    }

    [Fact]
    public void Should_keep_a_flood_of_unknown_parts_without_a_flood_of_findings()
    {
        const string Head = "<Pasientlogistikk xmlns='http://www.kith.no/xmlstds/po/Pasientlogistikk/2012-04-01'><MeldingInnlagtPasient/>";
        var flood = Head + string.Concat(Enumerable.Repeat("<x>1</x><MeldingInnlagtPasient/>", 60_000)) + "</Pasientlogistikk>";

        var reading = PloReader.Read(Encoding.UTF8.GetBytes(flood));

        Assert.Equal(120_000, reading.Document!.Unread.Count);
        Assert.True(reading.Findings.Count <= 1000);
        Assert.Empty(PloCompleteness.UnreadNodes(reading));
    }
}
