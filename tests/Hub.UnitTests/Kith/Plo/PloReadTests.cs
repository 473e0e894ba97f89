using System.Text;
using System.Xml.Linq;
using Hub.Kith;
using Hub.Kith.MsgHead;
using Hub.Kith.Plo;
using Hub.Kith.Types;
using Xunit;

namespace Hub.UnitTests.Kith.Plo;

public sealed class PloReadTests
{
    private static readonly XNamespace Epj2 = "http://www.kith.no/xmlstds/epj/epj2/2008-02-20";
    private static readonly XNamespace Meta = "http://www.kith.no/xmlstds/epj/meta/2008-02-20";

    [Fact]
    public void Should_tell_a_value_that_a_record_does_not_hold()
    {
        var document = PloExamples.Of(PloType.Innleggelsesrapport);
        var source = PloWriter.ToElement(document, PloExamples.MessageId);
        var read = PloReader.Read(source).Document!;
        var body = (Innleggelsesrapport)read.Body;

        var lost = PloCompleteness.UnreadNodes(source, read with { Body = body with { Sykepleierdokumentasjon = PloNotes.Nursing(body.Sykepleierdokumentasjon!.InfoFraSykepleier!.Journaltekst[0]) } });

        Assert.Empty(PloCompleteness.UnreadNodes(source, read));
        Assert.Equal(4, lost.Count);
        Assert.Contains(lost, n => n.Path == "/Innleggelsesrapport/Sykepleierdokumentasjon/InfoFraSykepleier/Journaltekst[2]/Notat");
    }

    [Fact]
    public void Should_collect_texts_with_section_heading_note_and_category()
    {
        var body = new Konsultasjon
        {
            MedisinskfagligeOpplysninger = new MedisinskfagligeOpplysninger
            {
                GenereltJournalnotat = [PloNotes.CriticalNote(PloNotes.Text(HeadingLists.Critical.Cv("4"), "Smitte", "Registrert i dag"))],
            },
            Sykepleierdokumentasjon = PloNotes.Nursing(PloNotes.Text(null, "Uten overskrift")),
        };
        var texts = new PloDocument { Opening = PloExamples.Opening(), Body = body }.AllTexts;

        Assert.Equal(2, texts.Count);
        Assert.Equal("/Konsultasjon/MedisinskfagligeOpplysninger/GenereltJournalnotat/Journaltekst", texts[0].Path);
        Assert.Equal("MedisinskfagligeOpplysninger", texts[0].Section);
        Assert.Equal(("4", 9143, "Registrert i dag", "Cave/allergier"), (texts[0].Heading!.V, texts[0].Heading!.List, texts[0].Note, texts[0].Category));
        Assert.Equal("Luftsmitte/luftbåren smitte", PloHeadings.TextOf(texts[0].Heading));
        Assert.Null(texts[1].Heading);
        Assert.Equal("", PloHeadings.TextOf(texts[1].Heading));
    }

    [Fact]
    public void Should_keep_a_text_that_stands_where_the_schema_has_none()
    {
        var source = PloWriter.ToElement(PloExamples.Of(PloType.InnlagtPasient), PloExamples.MessageId);
        source.Add(new XElement(Epj2 + "Journaltekst", new XElement(Epj2 + "Overskriftskode", new XAttribute("V", "11")), new XElement(Epj2 + "Notat", "viktig"), new XElement(Epj2 + "Merknad", "merk")));

        var reading = PloReader.Read(source);

        Assert.Contains(reading.Findings, f => f.Code == KithCodes.Unknown && f.Path == "/Pasientlogistikk/Journaltekst");
        var text = Assert.Single(reading.Document!.AllTexts);
        Assert.Equal(("viktig", "merk", "11", "Journaltekst"), (text.Text, text.Note, text.Heading!.V, text.Section));
        Assert.Empty(PloCompleteness.UnreadNodes(reading));
    }

    [Fact]
    public void Should_read_component_attributes_with_the_wrong_prefix()
    {
        var source = PloWriter.ToElement(PloExamples.Of(PloType.MedisinskeOpplysninger), PloExamples.MessageId);
        var note = source.Descendants(Epj2 + "GenereltJournalnotat").First();
        var id = note.Attribute("komponentID")!.Value;
        note.SetAttributeValue("komponentID", null);
        note.SetAttributeValue(Meta + "komponentID", id);

        var reading = PloReader.Read(source);

        Assert.Contains(reading.Findings, f => f.Code == PloCodes.AttributePrefix);
        Assert.Equal(id, ((OverforingMedisinskeOpplysninger)reading.Document!.Body).MedisinskfagligeOpplysninger!.GenereltJournalnotat[0].Komponent.KomponentID);
        Assert.Empty(PloCompleteness.UnreadNodes(reading));
    }

    [Fact]
    public void Should_read_children_in_any_order_and_say_so()
    {
        var source = PloWriter.ToElement(PloExamples.Of(PloType.Innleggelsesrapport), PloExamples.MessageId);
        var first = source.Elements().First();
        first.Remove();
        source.Add(first);

        var reading = PloReader.Read(source);

        Assert.Contains(reading.Findings, f => f.Code == PloCodes.Order);
        Assert.Equal("N", reading.Document!.Status);
        Assert.True(XNode.DeepEquals(PloWriter.ToElement(PloExamples.Of(PloType.Innleggelsesrapport), PloExamples.MessageId), PloWriter.ToElement(reading.Document, PloExamples.MessageId)));
    }

    [Fact]
    public void Should_keep_values_that_do_not_have_the_form_of_their_type()
    {
        var source = PloWriter.ToElement(PloExamples.Of(PloType.InnlagtPasient), PloExamples.MessageId);
        source.Descendants().Single(e => e.Name.LocalName == "Anslag").Value = "kanskje";

        var reading = PloReader.Read(source);

        Assert.Contains(reading.Findings, f => f.Code == KithCodes.BadValue && f.Path == "/Pasientlogistikk/MeldingInnlagtPasient/TidsfestetHendelse/Anslag");
        Assert.Null(((MeldingInnlagtPasient)reading.Document!.Body).TidsfestetHendelse!.Anslag);
        Assert.Empty(PloCompleteness.UnreadNodes(reading));
    }

    [Fact]
    public void Should_say_what_version_1_5_does_not_have()
    {
        var written = PloWriter.Write(new RecordFiller(["x"]).Document(typeof(TverrfagligEpikrise)) with { Version = PloVersion.V15 }, PloExamples.MessageId);
        var reading = PloReader.Read(written.Bytes);

        Assert.Contains(written.Findings, f => f.Code == PloCodes.Since16);
        Assert.Contains(reading.Findings, f => f.Code == PloCodes.Since16 && f.Path.EndsWith("/FodselsarMindrearigParorende", StringComparison.Ordinal));
        Assert.Equal(PloVersion.V15, reading.Document!.Version);
        Assert.Equal(("1.0", "1.5"), (PloTypes.AppRecVersion(PloVersion.V15), PloTypes.StandardVersion(PloVersion.V15)));
    }

    [Theory]
    [MemberData(nameof(PloWriteTests.Types), MemberType = typeof(PloWriteTests))]
    public void Should_travel_in_a_message_head(PloType type)
    {
        var party = new Party(new Organisation { Name = "Kommune", Idents = [new Ident("8094866", new CV("HER", CV.VolvenPrefix + "9051", "HER-id"))] });
        var message = new Message
        {
            Info = new MsgInfo { Type = PloMessages.TypeOf(type), GenDate = TS.Of(PloExamples.Now), MsgId = PloExamples.MessageId.ToString(), Sender = party, Receiver = party },
            Documents = [PloMessages.ToDocument(PloExamples.Of(type), PloExamples.MessageId, PloExamples.Now)],
        };

        var bytes = MessageWriter.Write(message).Bytes;
        var reading = PloMessages.Read(MessageReader.Read(bytes).Message!);

        Assert.Empty(reading.Findings);
        Assert.Equal(type, reading.Document!.Type);
        Assert.Equal(type, PloTypes.OfCode(message.Info.Type.V)!.Type);
        Assert.Equal(type, PloReader.Read(bytes).Document!.Type);
        PloSchemas.AssertValidByBoth(XDocument.Parse(Encoding.UTF8.GetString(bytes)).Root!);
        Assert.Equal(PloExamples.Of(type).AllTexts.Select(t => t.Text.Replace("\n", "\r\n", StringComparison.Ordinal)), reading.Document.AllTexts.Select(t => t.Text));
    }

    [Fact]
    public void Should_say_that_the_message_head_names_another_type()
    {
        var party = new Party(new Organisation());
        var message = new Message
        {
            Info = new MsgInfo { Type = PloMessages.TypeOf(PloType.Dodsfall), GenDate = TS.Of(PloExamples.Now), MsgId = "1", Sender = party, Receiver = party },
            Documents = [PloMessages.ToDocument(PloExamples.Of(PloType.InnlagtPasient), PloExamples.MessageId, PloExamples.Now)],
        };

        Assert.Contains(PloMessages.Read(message).Findings, f => f.Code == PloCodes.TypeDiffers);
    }

    [Fact]
    public void Should_list_every_field_for_whoever_accounts_for_them()
    {
        var source = PloWriter.ToElement(PloExamples.Of(PloType.Dodsfall), PloExamples.MessageId);
        source.Add(new XElement("fremmed", new XAttribute("a", "1"), "2"));

        var fields = PloFieldList.Of(PloReader.Read(source).Document!);

        Assert.Contains(new PloField("/Pasientlogistikk/OrienteringOmDod/TidsfestetHendelse/Hendelsekode/@V", "13"), fields);
        Assert.Contains(new PloField("/Pasientlogistikk/{}fremmed/@a", "1"), fields);
        Assert.Contains(new PloField("/Pasientlogistikk/{}fremmed", "2"), fields);
        Assert.Equal(source.DescendantsAndSelf().Sum(e => e.Attributes().Count(a => !a.IsNamespaceDeclaration) + (e.HasElements || e.Value.Length == 0 ? 0 : 1)), fields.Count);
    }
}
