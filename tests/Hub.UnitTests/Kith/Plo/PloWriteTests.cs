using System.Text;
using System.Xml.Linq;
using Hub.Kith;
using Hub.Kith.Plo;
using Hub.Kith.Types;
using Xunit;

namespace Hub.UnitTests.Kith.Plo;

public sealed class PloWriteTests
{
    public static TheoryData<PloType> Types() => [.. Enum.GetValues<PloType>().Where(t => t != PloType.MeldingFravar)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Should_write_every_type_with_minimal_content_that_validates_and_passes_the_checks(PloType type)
    {
        var document = PloExamples.Of(type);

        var written = PloWriter.Write(document, PloExamples.MessageId);

        Assert.Empty(written.Findings);
        PloSchemas.AssertValidByBoth(PloReader.Read(written.Bytes).Source!);
        Assert.Empty(PloChecks.Check(document, PloExamples.Now));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Should_write_every_type_with_full_content_that_validates_and_reads_back_equal(PloType type)
    {
        var document = new RecordFiller(["tekst", "æøå ÆØÅ", "a < b & c > d \"e\" 'f'", "linje 1\r\nlinje 2", " kant "]).Document(PloExamples.Of(type).Body.GetType());

        var written = PloWriter.Write(document, PloExamples.MessageId);
        var reading = PloReader.Read(written.Bytes);

        Assert.Empty(written.Findings);
        PloSchemas.AssertValidByBoth(reading.Source!);
        Assert.Empty(reading.Findings);
        Assert.Empty(PloCompleteness.UnreadNodes(reading));
        Assert.Empty(PloCompleteness.UnreadNodes(reading.Source!, reading.Document!));
        Assert.Equal(written.Bytes, PloWriter.Write(reading.Document!, Guid.NewGuid()).Bytes);
    }

    [Fact]
    public void Should_write_the_message_of_absence_in_1_5_only()
    {
        var document = new PloDocument
        {
            Version = PloVersion.V15,
            Opening = PloExamples.Opening(),
            Body = new MeldingFravar { Fraversassistent = new Fraversassistent { MottakerFravarende = true } },
        };

        PloSchemas.AssertValidByBoth(PloWriter.ToElement(document, PloExamples.MessageId));
        Assert.Contains(PloWriter.Write(document with { Version = PloVersion.V16 }, PloExamples.MessageId).Findings, f => f.Code == PloCodes.NotPlo);
    }

    [Fact]
    public void Should_write_line_breaks_as_character_references()
    {
        var document = PloExamples.Of(PloType.HelseopplysningerTilLege);

        var text = Encoding.UTF8.GetString(PloWriter.Write(document, PloExamples.MessageId).Bytes);

        Assert.Contains("oppfølging:&#xD;&#xA;Vekt", text, StringComparison.Ordinal);
        Assert.Equal("Digital hjemmeoppfølging:\r\nVekt 81,2 kg", PloReader.Read(Encoding.UTF8.GetBytes(text)).Document!.AllTexts[0].Text);
    }

    [Fact]
    public void Should_give_components_ids_that_are_unique_and_the_same_every_time()
    {
        var document = PloExamples.Of(PloType.MedisinskeOpplysninger);

        var first = PloWriter.Write(document, PloExamples.MessageId);
        var ids = PloReader.Read(first.Bytes).Source!.DescendantsAndSelf().Attributes("komponentID").Select(a => a.Value).ToList();

        Assert.Equal(first.Bytes, PloWriter.Write(document, PloExamples.MessageId).Bytes);
        Assert.Equal(2, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(Guid.TryParseExact(id, "D", out _)));
        Assert.NotEqual(first.Bytes, PloWriter.Write(document, Guid.NewGuid()).Bytes);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Should_name_what_the_schema_asks_for_and_the_record_lacks(PloType type)
    {
        var empty = new PloDocument { Body = (PloBody)Activator.CreateInstance(PloExamples.Of(type).Body.GetType())! };

        var written = PloWriter.Write(empty, PloExamples.MessageId);

        Assert.Contains(written.Findings, f => f.Code == KithCodes.Missing && f.Path.EndsWith("/InformasjonOmForsendelsen", StringComparison.Ordinal));
        Assert.False(PloSchemas.IsValidByOurs(PloReader.Read(written.Bytes).Source!));
    }

    [Fact]
    public void Should_say_that_a_date_is_not_a_date()
    {
        var body = new OrienteringOmTjenestetilbud { EksisterendeTjeneste = [new EksisterendeTjeneste { PrivatTjeneste = false, Startdato = new TS("2026-02-30") }] };

        var written = PloWriter.Write(new PloDocument { Opening = PloExamples.Opening(), Body = body }, PloExamples.MessageId);

        Assert.Contains(written.Findings, f => f.Code == KithCodes.BadValue && f.Path == "/OrienteringOmTjenestetilbud/EksisterendeTjeneste/Startdato");
    }
}
