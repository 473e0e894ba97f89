using Hub.Kith.Codes;
using Hub.Kith.Dialog;
using Hub.Kith.MsgHead;
using Hub.Kith.Types;

namespace Hub.UnitTests.Kith;

/// <summary>A small valid message to vary.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Generated = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));

    public static Organisation Ours { get; } = HerAddress.ToService("Larvik kommune", "8094866", "Hjemmetjenesten", "8094867");

    public static Organisation OurCopy { get; } = HerAddress.ToService("Larvik kommune", "8094866", "Legevakten", "8094868");

    public static Organisation Foreign { get; } = HerAddress.ToService("Fjellheim sykehus", "59", "Ortopedi", "90998");

    public static Organisation Sender { get; } = HerAddress.ToPerson("Kattskinnet legesenter", "56704",
        new HealthcareProfessional { FamilyName = "Lin", GivenName = "Rita", Idents = [new Ident("9144900", PartyLists.PersonId.Cv("HPR"))] }, "258521") with
    {
        Address = new Address { Type = PartyLists.AddressType.Cs("RES"), StreetAdr = "Storgata 1", PostalCode = "3256", City = "Larvik" },
        TeleComs = [new TeleCom(PartyLists.TelecomType.Cs("WC"), "tel:33171000")],
    };

    public static Person Patient { get; } = new()
    {
        FamilyName = "Danser",
        GivenName = "Line",
        DateOfBirth = new TS("1969-11-13"),
        Sex = PartyLists.Sex.Cs("2"),
        Idents = [new Ident("13916900216", PartyLists.PersonId.Cv("FNR"))],
    };

    public static MsgInfo Info(string type = "DIALOG_HELSEFAGLIG") => new()
    {
        Type = MessageLists.MessageType.Cs(type),
        GenDate = TS.Of(Generated),
        MsgId = "d93cebe5-ac91-4022-8969-4f93300d8171",
        Sender = new Party(Sender),
        Receiver = new Party(Ours),
        Patient = Patient,
    };

    public static Dialogmelding Helsefaglig(string text = "Trenger råd om opptrening.") => new()
    {
        Version = DialogVersion.V11,
        Notater =
        [
            new Notat
            {
                TemaKodet = DialogLists.ProfessionalTheme.Cv("6"), Tema = "Opptrening", TekstNotatInnhold = FormattedText.Plain(text),
                Roller =
                [
                    new RolleRelatertNotat
                    {
                        RoleToPatient = PartyLists.RoleToPatient.Cv("6"),
                        Professional = new HealthcareProfessional { FamilyName = "Lin", GivenName = "Rita", TeleComs = [new TeleCom(null, "tel:33171000")] },
                    },
                    new RolleRelatertNotat
                    {
                        RoleToPatient = PartyLists.RoleToPatient.Cv("24"),
                        Professional = new HealthcareProfessional { TypeHealthcareProfessional = PartyLists.Profession.Cs("FT") },
                    },
                ],
            },
        ],
    };

    public static Dialogmelding Notat10(string text = "Pasienten er frisk.") => new()
    {
        Version = DialogVersion.V10,
        Notater = [new Notat { TemaKodet = DialogLists.NoteTheme.Cv("1"), TekstNotatInnhold = FormattedText.Plain(text) }],
    };

    public static Message With(Dialogmelding dialog, MsgInfo? info = null) => new()
    {
        Info = info ?? Info(dialog.Version == DialogVersion.V11 ? "DIALOG_HELSEFAGLIG" : "DIALOG_NOTAT"),
        Documents =
        [
            new Document { RefDoc = new RefDoc { IssueDate = TS.Of(Generated), MsgType = MessageLists.DocumentType.Cs("XML"), Content = [DialogWriter.ToElement(dialog).Element] } },
        ],
    };

    public static byte[] Bytes(Message message) => MessageWriter.Write(message).Bytes;
}
