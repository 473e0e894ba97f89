using Hub.Kith.Codes;
using Hub.Kith.Dialog;
using Hub.Kith.MsgHead;
using Hub.Kith.Plo;
using Hub.Kith.Types;

namespace Hub.Benchmarks.Crypto;

/// <summary>A PLO message and a dialog message of about 8 kB each, made from records every time as a mapping does. Nobody in them exists.</summary>
public static class BenchDocuments
{
    private static readonly DateTimeOffset Sent = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly string Text = string.Concat(Enumerable.Repeat("SpO2 93 % i hvile, vekt 81,2 kg, ingen økning i tung pust siden sist.\n", 6));

    private static readonly HealthcareProfessional Nurse = new()
    {
        TypeHealthcareProfessional = PartyLists.Profession.Cs("SP"),
        RoleToPatient = PartyLists.RoleToPatient.Cv("9"),
        FamilyName = "Prøvesen",
        GivenName = "Åse",
        Idents = [new Ident("9144889", PartyLists.PersonId.Cv("HPR"))],
        TeleComs = [new TeleCom(null, "tel:33000000")],
    };

    /// <summary>Helseopplysninger til lege in its MsgHead.</summary>
    public static ReadOnlyMemory<byte> Plo()
    {
        var id = Guid.NewGuid();
        var plo = new PloDocument
        {
            Opening = new PloOpening
            {
                InformasjonOmForsendelsen = new InformasjonOmForsendelsen { Forsendelsesstatus = MessageLists.Forsendelsesstatus.Cs("N") },
                AnsvarForRapport = [new AnsvarForRapport { AnsvarligRapport = Nurse }],
            },
            Body = new Konsultasjon
            {
                InnholdKonsultasjon = new InnholdKonsultasjon { TypeInnholdKonsultasjon = PloLists.ToDoctor.Cs("2") },
                Sykepleierdokumentasjon = PloNotes.Nursing([.. Enumerable.Repeat(PloHeadings.Other, 10).Select(h => PloNotes.Text(h, Text))]),
            },
        };
        return MessageWriter.Write(new Message { Info = Info(PloMessages.TypeOf(plo.Type), id), Documents = [PloMessages.ToDocument(plo, id, Sent)] }).Bytes;
    }

    /// <summary>Helsefaglig dialog in its MsgHead.</summary>
    public static ReadOnlyMemory<byte> Dialog()
    {
        var dialog = new Dialogmelding
        {
            Version = DialogVersion.V11,
            Notater =
            [
                new Notat
                {
                    TemaKodet = DialogLists.ProfessionalTheme.Cv("6"), Tema = "Oppfølging hjemme", TekstNotatInnhold = FormattedText.Plain(string.Concat(Enumerable.Repeat(Text, 13))),
                    Roller = [new RolleRelatertNotat { RoleToPatient = PartyLists.RoleToPatient.Cv("6"), Professional = Nurse }],
                },
            ],
        };
        var document = new Document { RefDoc = new RefDoc { IssueDate = TS.Of(Sent), MsgType = new CS("XML", "XML-instans"), Content = [DialogWriter.ToElement(dialog).Element] } };
        return MessageWriter.Write(new Message { Info = Info(MessageLists.MessageType.Cs("DIALOG_HELSEFAGLIG"), Guid.NewGuid()), Documents = [document] }).Bytes;
    }

    private static MsgInfo Info(CS type, Guid id) => new()
    {
        Type = type,
        GenDate = TS.Of(Sent),
        MsgId = id.ToString(),
        Sender = new Party(HerAddress.ToService("Larvik kommune", "8094866", "Hjemmetjenesten", "8094867")),
        Receiver = new Party(HerAddress.ToService("Fjellheim sykehus", "59", "Lungeavdelingen", "90998")),
        Patient = new Person { FamilyName = "Danser", GivenName = "Line", Idents = [new Ident("13916900216", PartyLists.PersonId.Cv("FNR"))] },
    };
}
