using System.Text;
using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Core.Mappings;
using Hub.Kith.Codes;
using Hub.Kith.MsgHead;
using Hub.Kith.Plo;
using Hub.Kith.Types;
using Party = Hub.Core.Content.Party;

namespace Hub.UnitTests.Mappings;

/// <summary>Messages of the national network as the reader gives them.</summary>
internal static class SampleClinical
{
    private const string Volven = "urn:oid:2.16.578.1.12.4.1.1.";

    private static readonly DateTimeOffset At = new(2026, 3, 1, 7, 55, 0, TimeSpan.FromHours(1));

    /// <summary>A Melding om innlagt pasient to the tenant of the tests.</summary>
    public static ReadOnlyMemory<byte> Document { get; } = Write();

    public static ClinicalMessage Admitted { get; } = new("LOG_INNLAGT", "5f0d4a7e-6f7b-4f0a-9f64-0a2f64b1c111", new ClinicalTime(At, Literal: "2026-03-01T07:55:00+01:00"), [], Document)
    {
        Title = "Melding om innlagt pasient",
        Dispatch = "N",
        Senders = [new Party(PartyRole.Organization, new Identifier(IdentifierSystems.HerId, "59"), "Sykehuset i Vestfold"), new Party(PartyRole.Organization, new Identifier(IdentifierSystems.HerId, "43"), "Medisinsk post")],
        Facts =
        [
            new ClinicalFact(["MeldingInnlagtPasient", "TidsfestetHendelse"], "Hendelsekode", new Coding(Volven + "9121", "1", "Pasient innlagt"), null),
            new ClinicalFact(["MeldingInnlagtPasient", "TidsfestetHendelse"], "TidspunktForHendelse", null, "2026-03-01T06:30:00+01:00"),
            new ClinicalFact(["MeldingInnlagtPasient", "TidsfestetHendelse"], "Anslag", null, "false"),
        ],
        Transport = new Dictionary<string, string> { [MessageProperties.Conversation] = "conv-1", [MessageProperties.Sender] = "43", [MessageProperties.Receiver] = "8094867", [MessageProperties.FromRole] = "Sykehus", [MessageProperties.ToRole] = "Kommune" },
    };

    public static ClinicalMessage Report { get; } = Admitted with
    {
        MessageType = "UTSKRIVNINGSRAPPORT",
        MessageId = "5f0d4a7e-6f7b-4f0a-9f64-0a2f64b1c222",
        Title = "Utskrivningsrapport",
        Dispatch = "M",
        Conversation = "5f0d4a7e-6f7b-4f0a-9f64-0a2f64b1c111",
        Parent = "5f0d4a7e-6f7b-4f0a-9f64-0a2f64b1c111",
        Entries =
        [
            new ClinicalEntry(["MedisinskfagligeOpplysninger", "GenereltJournalnotat"], new Coding(Volven + "9142", "PROB", "Aktuell problemstilling"), "KOLS-forverring.\r\nBehandlet med <prednisolon> & antibiotika."),
            new ClinicalEntry(["Sykepleierdokumentasjon", "InfoFraSykepleier"], new Coding(Volven + "9141", "8", "Sykepleiesammenfatning"), "Oppegående, spiser godt.", "Se også legemiddelliste"),
            new ClinicalEntry(["InfoAndreViktigeOpplysninger"], null, "Uten overskrift"),
        ],
        Attachments = [new ClinicalAttachment("Egenbehandlingsplan", "application/pdf", Encoding.ASCII.GetBytes("%PDF-1.4 …")), new ClinicalAttachment(null, "image/png", ReadOnlyMemory<byte>.Empty)],
        Facts = [new ClinicalFact(["InfoMedisinskDiagnose", "MedisinskDiagnose"], "Diagnosekode", new Coding(Volven + "7110", "J44.1", "KOLS med akutt forverring"), null)],
    };

    public static IEnumerable<(string Name, HomeContent Content)> All() =>
    [
        ("clinical-admitted", Admitted),
        ("clinical-report", Report),
        ("clinical-cancelled", Admitted with { Dispatch = "C", Parent = Report.Parent, Conversation = Report.Conversation }),
        ("clinical-bare", new ClinicalMessage("DIALOG_NOTAT", "x", new ClinicalTime(At), [], Document)),
    ];

    private static byte[] Write()
    {
        var id = Guid.Parse("5f0d4a7e-6f7b-4f0a-9f64-0a2f64b1c111");
        var plo = new PloDocument
        {
            Opening = new PloOpening { InformasjonOmForsendelsen = new InformasjonOmForsendelsen { Forsendelsesstatus = MessageLists.Forsendelsesstatus.Cs("N") } },
            Body = new MeldingInnlagtPasient { TidsfestetHendelse = PloEvents.Of(PloEvents.Admitted, TS.Of(At.AddHours(-1))) },
        };
        var main = new Document { RefDoc = new RefDoc { MsgType = MessageLists.DocumentType.Cs("XML"), Content = [PloWriter.ToElement(plo, id)] } };
        return MessageWriter.Write(new Message
        {
            Info = new MsgInfo
            {
                Type = MessageLists.MessageType.Cs("LOG_INNLAGT"),
                GenDate = TS.Of(At),
                MsgId = id.ToString("D"),
                Sender = new global::Hub.Kith.MsgHead.Party(global::Hub.Kith.MsgHead.HerAddress.ToService("Sykehuset i Vestfold", "59", "Medisinsk post", "43")),
                Receiver = new global::Hub.Kith.MsgHead.Party(global::Hub.Kith.MsgHead.HerAddress.ToService("Larvik kommune", "8094866", "Hjemmetjenesten", "8094867")),
                Patient = new Person { GivenName = "Line", FamilyName = "Danser", Idents = [new Ident("13116900216", PartyLists.PersonId.Cv("FNR"))] },
            },
            Documents = [main],
        }).Bytes;
    }
}
