using Hub.Ebxml.Addressing;
using Hub.Ebxml.AddressRegister;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Envelope;
using Hub.UnitTests.Ebxml.Agreements;
using Xunit;

namespace Hub.UnitTests.Ebxml.Addressing;

public class AddressingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_agree_with_the_public_profile_templates()
    {
        var rows = File.ReadAllLines(PartnerSamples.File("..", "cpp-processes.tsv")).Select(l => l.Split('\t')).Where(r => r[0].StartsWith("A-", StringComparison.Ordinal));
        var template = rows.Where(r => r[4].EndsWith("sender", StringComparison.Ordinal)).ToLookup(r => r[1]);
        Assert.NotEmpty(template);
        foreach (var process in template)
        {
            var known = Assert.Single(ProcessCatalogue.All, p => p.Name == process.Key);
            Assert.Equal(process.Select(r => r[2]), known.Versions);
            Assert.All(process, r => Assert.Equal(r[3], known.Uuid));
            Assert.All(process, r => Assert.Equal(r[4], known.Address.FromRole));
            Assert.All(process, r => Assert.Equal(known.MessageType, AddressRule.MessageTypeOf(r[5])));
        }
    }

    [Fact]
    public void Should_address_a_message_and_its_receipt()
    {
        var address = MessageAddress.For("LOG_UTSKREVET");
        Assert.Equal(new("S-LOG_UTSKREVET", "LOG_UTSKREVET", "LOG_UTSKREVETsender", "LOG_UTSKREVETreceiver"), address);
        Assert.Equal(new("S-LOG_UTSKREVET", "APPREC", "LOG_UTSKREVETreceiver", "LOG_UTSKREVETsender"), address.AppRecReply());

        var header = address.Header(8094867, 43, DefaultAgreement.IdFor(8094867, 43), "c", "m", Now);
        Assert.Equal((8094867, 43, "43_8094867", true), (header.From.Her!.Value, header.To.Her!.Value, header.CpaId, header.DuplicateElimination));
        Assert.Equal(new ServiceName("S-LOG_UTSKREVET", "string"), header.Service);
        Assert.Empty(AddressRule.Check(header));
        Assert.Empty(AddressRule.Check(address.AppRecReply().Header(43, 8094867, "x", "c", "n", Now)));
    }

    [Theory]
    [InlineData("S-EPIKRISE", "EPIKRISE", "EPIKRISEsender", null, "72")]
    [InlineData("S-EPIKRISE", "epikrise", "EPIKRISEsender", "EPIKRISEreceiver", "48")]
    [InlineData("SVAR_LAB", "SVAR_LAB", "SVAR_LABsender", "SVAR_LABreceiver", "47")]
    [InlineData("SVAR_LAB", "APPREC", "SVAR_LABreceiver", "SVAR_LABsender", "47")]
    [InlineData("Sykmelding", "Registrering", "Sykmelder", "Saksbehandler", "47")]
    [InlineData("S-", "x", null, null, "47")]
    public void Should_name_the_rule_that_an_address_breaks(string service, string action, string? from, string? to, string rules)
    {
        var header = new MessageAddress(service, action, from!, to!).Header(1, 2, "1_2", "c", "m", Now);
        Assert.Equal(rules, string.Join(' ', AddressRule.Check(header).Select(f => f.Rule)));
        var tolerated = service.StartsWith("SVAR_", StringComparison.Ordinal);
        Assert.Equal(tolerated, AddressRule.Check(header).All(f => f.Severity == FindingSeverity.Note));
    }

    [Theory]
    [InlineData("43_8094867", true)]
    [InlineData("43_8094867_2", true)]
    [InlineData("8094867_43", false)]
    [InlineData("43_8094867_", false)]
    [InlineData("43_8094867_x", false)]
    [InlineData("43_80948672", false)]
    public void Should_know_the_id_of_no_agreement(string id, bool known) => Assert.Equal(known, DefaultAgreement.IsIdFor(id, 8094867, 43));

    [Fact]
    public void Should_name_the_version_of_a_document_namespace()
    {
        Assert.Equal("1.6", DocumentSchemas.For("http://www.kith.no/xmlstds/po/Pasientlogistikk/2012-04-01")!.Version);
        Assert.Null(DocumentSchemas.For("urn:other"));
        Assert.Equal("1.6", ProcessCatalogue.Find("LOG_INNLAGT")!.NewestInCommon(["1.5", "1.6", "2.0"]));
    }

    [Fact]
    public void Should_give_every_reason_why_a_party_cannot_be_written_to()
    {
        var sender = new CommunicationParty { Her = 100, Name = "A", Level = PartyLevel.Organization };
        var receiver = new CommunicationParty { Her = 200, Name = "B", Level = PartyLevel.Service, ValidTo = Now.AddDays(-1) };
        var failures = DefaultAgreement.Terms(sender, receiver, MessageAddress.For("DIALOG_NOTAT"), Now).Failures;
        Assert.Equal(
            [DefaultAgreement.WrongLevel, DefaultAgreement.NotValid, DefaultAgreement.NoAddress, DefaultAgreement.NoEncryptionCertificate],
            failures.Select(f => f.Code));
    }

    [Fact]
    public void Should_take_the_terms_of_two_register_entries()
    {
        var reading = AddressBookFolder.Read(PartnerSamples.Folder("adresseregister"));
        var receiver = reading.Book.Find(79768)! with { Level = PartyLevel.Service };
        var sender = new CommunicationParty { Her = 8094867, Name = "A", Level = PartyLevel.Service };
        var terms = DefaultAgreement.Terms(sender, receiver, MessageAddress.For("DIALOG_NOTAT"), Now).Value!;
        Assert.Equal(("79768_8094867", "mottak-qass@test-es.nav.no"), (terms.CpaId, terms.Endpoint!.MailAddress));
        Assert.Equal(ReliabilityTerms.Nhn, terms.Reliability);
        Assert.Equal(MessageAddress.For("DIALOG_NOTAT"), MessageAddress.For(terms));
    }
}
