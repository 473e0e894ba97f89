using System.Text;
using System.Text.Json.Nodes;
using Hub.Adapters.Ebxml.Reading;
using Hub.Core.Content;
using Hub.Kith.MsgHead;
using Hub.UnitTests.Mappings;
using Xunit;

namespace Hub.UnitTests.Clinical;

/// <summary>What a nurse reads in the journal of a message that came in.</summary>
public sealed class JournalReadingTests
{
    private const string Volven = "urn:oid:2.16.578.1.12.4.1.1.";

    [Fact]
    public void Should_write_a_medicine_on_one_line()
    {
        string[] at = ["Legemiddelinfo[2]", "ForenkletForskrivning"];
        string[] medicine = [.. at, "Forskrivningsinfo"];
        var lines = Lines(
            "Legemidler",
            new ClinicalFact([], "Legemiddelinfo", null, "informasjonskategori Legemidler; komponentID 78ba39b0-fb63-11e1-a21f-0800200c9a66"),
            new ClinicalFact(at, "StatusTilForskrivningen", new Coding(null, "2", "Seponering"), null),
            new ClinicalFact(at, "Merknad", null, "Deles"),
            new ClinicalFact(medicine, "DosVeiledEnkel", null, "2 tabl kl 08"),
            new ClinicalFact(medicine, "Navn", null, "Marevan"),
            new ClinicalFact(medicine, "Legemiddelform", new Coding(null, "53", "Tablett"), null),
            new ClinicalFact(medicine, "Styrke", null, "2.5 mg"),
            new ClinicalFact(medicine, "DoseringStarttidspunkt", null, "2018-02-01"),
            new ClinicalFact(medicine, "SkalIkkeTasSammenMedAnnetLegemiddel", null, "false"));
        Assert.Equal("Seponering: Marevan 2,5 mg Tablett; 2 tabl kl 08; fra: 01.02.2018; Merknad: Deles", lines);
    }

    [Fact]
    public void Should_put_what_is_critical_before_the_texts()
    {
        string[] at = ["MedisinskfagligeOpplysninger", "Allerginotat", "Allergi"];
        var titles = Sections(SampleClinical.Report with { Facts = [new ClinicalFact(at, "PollenInnsektstikk", null, "true"), new ClinicalFact(at, "AllergiskMot", null, "Veps")] }).Select(s => s.Title).ToList();
        Assert.Equal(["Merk", "Kritisk informasjon", "Aktuell problemstilling"], titles.Take(3));
        Assert.Equal("Allergi mot: Veps; pollen eller insektstikk", Lines("Kritisk informasjon", new ClinicalFact(at, "PollenInnsektstikk", null, "true"), new ClinicalFact(at, "AllergiskMot", null, "Veps")));
    }

    [Fact]
    public void Should_mark_a_critical_text_that_stands_under_another_heading() =>
        Assert.Contains("Annet (Cave/allergier)", Sections(SampleClinical.Report with { Entries = [new ClinicalEntry(["InfoAndreViktigeOpplysninger", "Cave/allergier"], new Coding(Volven + "9141", "88", "Annet"), "MRSA")] }).Select(s => s.Title));

    [Fact]
    public void Should_say_which_events_are_estimates()
    {
        string[] at = ["MeldingUtskrivningsklarPasient", "TidsfestetHendelse[2]"];
        Assert.Equal("Pasient utskrivningsklar 31.01.2018 (anslått)", Lines(
            "Opphold og hendelser",
            new ClinicalFact(at, "Hendelsekode", new Coding(Volven + "9121", "3", "Pasient utskrivningsklar"), null),
            new ClinicalFact(at, "TidspunktForHendelse", null, "2018-01-31"),
            new ClinicalFact(at, "Anslag", null, "true")));
    }

    [Fact]
    public void Should_show_what_it_has_no_words_for() =>
        Assert.Equal("Nytt felt: Verdi (x1)", Lines("Opplysninger", new ClinicalFact(["HeltUkjent"], "NyttFelt", new Coding("http://somewhere.example", "x1", "Verdi"), null))[^"Nytt felt: Verdi (x1)".Length..]);

    // The question stands in a request of PLO, which no list of journal texts holds.
    [Fact]
    public void Should_keep_the_question_of_a_request_beside_journal_texts()
    {
        var written = MappingBench.Map("plo.helseopplysninger-lege", SampleLetters.Note).Document!;
        const string status = "</po:InformasjonOmForsendelsen>";
        const string asked = """<po:Foresporsel><po:TypeForesp V="99" S="2.16.578.1.12.4.1.1.9152" DN="Annen henvendelse" /><po:Sporsmal>Skal dosen endres?</po:Sporsmal></po:Foresporsel>""";
        var bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(written.Body.Span).Replace(status, asked + status, StringComparison.Ordinal));
        var content = ClinicalMessageReader.Read(bytes, MessageReader.Read(bytes).Message!.Info).Content;
        Assert.Contains(content.Facts, f => f.Value == "Skal dosen endres?");
        Assert.Contains(Sections(content), s => s.Title == "Forespørsel" && s.Text == "Annen henvendelse; Spørsmål: Skal dosen endres?");
    }

    [Fact]
    public void Should_tell_a_remark_of_a_dialogue_once()
    {
        var content = Read(MappingBench.Map("dialog.helsefaglig", SampleLetters.Note).Document!, "<DatoNotat>", "<Merknad>Haster</Merknad><DatoNotat>");
        Assert.Equal("Haster", Assert.Single(content.Entries).Remark);
        Assert.DoesNotContain(content.Facts, f => f.Value == "Haster");
    }

    [Fact]
    public void Should_name_no_sender_that_has_neither_name_nor_number()
    {
        var content = Read(MappingBench.Map("dialog.helsefaglig", SampleLetters.Note).Document!, "</Organisation></Organisation></Sender>", "<Organisation/></Organisation></Organisation></Sender>");
        Assert.Equal(2, content.Senders.Count);
    }

    private static ClinicalMessage Read(Hub.Core.Mappings.OutboundDocument document, string old, string changed)
    {
        var text = Encoding.UTF8.GetString(document.Body.Span);
        Assert.Contains(old, text, StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(text.Replace(old, changed, StringComparison.Ordinal));
        return ClinicalMessageReader.Read(bytes, MessageReader.Read(bytes).Message!.Info).Content;
    }

    private static string Lines(string title, params ClinicalFact[] facts) => Sections(SampleClinical.Admitted with { Facts = facts }).Single(s => s.Title == title).Text;

    private static IEnumerable<(string Title, string Text)> Sections(ClinicalMessage message) =>
        JsonNode.Parse(MappingBench.Map("journal.clinical", message).Document!.Body.Span)!["entry"]![0]!["resource"]!["section"]!.AsArray()
            .Select(s => ((string)s!["title"]!, (string?)s["extension"]?[0]?["valueString"] ?? ""));
}
