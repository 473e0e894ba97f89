using Hub.Kith.Codes;
using Hub.Kith.Dialog;
using Hub.Kith.MsgHead;
using Hub.Kith.Schemas;
using Hub.Kith.Types;
using Xunit;

namespace Hub.UnitTests.Kith;

/// <summary>All six kinds of dialog message, made from records: without findings, valid by our schemas and the official ones, and read back the same.</summary>
public sealed class DialogTypesTests
{
    private static readonly Foresporsel Request = new()
    {
        TypeForesp = DialogLists.RequestToGp.Cv("4"),
        Sporsmal = FormattedText.Plain("Hvilke legemidler bruker pasienten?\r\nTakk."),
        Formal = DialogLists.Purpose.Cv("2"),
        Begrunnelse = "Innlagt i går",
        Hastegrad = DialogLists.Urgency.Cs("3"),
        FraDato = TS.Of(new DateOnly(2026, 1, 1)),
        TilDato = TS.Of(new DateOnly(2026, 3, 1)),
        TypeJournalinfo = [DialogLists.JournalInfo.Cv("A0.01")],
        DokIdForesp = "17",
        Roller = [new RolleRelatertNotat { RoleToPatient = PartyLists.RoleToPatient.Cv("6"), Professional = Samples.Sender.Professional }],
    };

    public static TheoryData<string> Types => [.. DialogProfile.All.Select(p => p.Type)];

    [Theory, MemberData(nameof(Types))]
    public void Should_write_every_kind(string type)
    {
        var dialog = Of(type);
        var info = Samples.Info(type) with { ConversationRef = type is "DIALOG_AVVIK" or "DIALOG_SVAR" ? new ConversationRef("a", "a") : null };
        var bytes = Samples.Bytes(Samples.With(dialog, info));
        var reading = MessageReader.Read(bytes);
        var again = DialogReader.Read(reading.Message!.BusinessDocument!);

        Assert.Empty(DialogRules.Check(info, dialog));
        Assert.Empty(KithSchemas.Validate(bytes));
        Assert.Empty(again.Findings);
        Assert.Equal(DialogWriter.Write(dialog).Bytes, DialogWriter.Write(again.Dialog!).Bytes);
        if (Standards.Root is not null) Assert.Empty(OfficialSchemas.Errors(reading.Root!));
    }

    private static Dialogmelding Of(string type) => type switch
    {
        "DIALOG_FORESPORSEL" => new Dialogmelding { Version = DialogVersion.V10, Foresporsler = [Request] },
        "DIALOG_SVAR" => Note(DialogVersion.V10, DialogLists.AnswerTheme.Cv("5")) is var answer ? answer with { Notater = [answer.Notater[0] with { Foresporsel = Request }] } : answer,
        "DIALOG_NOTAT" => Samples.Notat10(),
        "DIALOG_AVVIK" => Note(DialogVersion.V10, DialogLists.DeviationTheme.Cv("1")),
        "DIALOG_HELSEFAGLIG" => Samples.Helsefaglig(),
        _ => Note(DialogVersion.V11, DialogLists.ReferralStatus.Cv("3")) with { SakstypeKodet = new CV("1", "2.16.578.1.12.4.1.1.8455", "Sak"), Sakstype = "Henvisning" },
    };

    private static Dialogmelding Note(DialogVersion version, CV theme) => new()
    {
        Version = version,
        Notater = [new Notat { TemaKodet = theme, Tema = "Tema", TekstNotatInnhold = FormattedText.Plain("Tekst"), Merknad = "Merk", DokIdNotat = "1", DatoNotat = TS.Of(new DateOnly(2026, 3, 2)) }],
    };
}
