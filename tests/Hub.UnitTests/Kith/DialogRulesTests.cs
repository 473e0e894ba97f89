using Hub.Kith;
using Hub.Kith.Codes;
using Hub.Kith.Dialog;
using Hub.Kith.MsgHead;
using Hub.Kith.Types;
using Xunit;

namespace Hub.UnitTests.Kith;

public sealed class DialogRulesTests
{
    [Fact]
    public void Should_find_nothing_wrong_with_a_complete_dialogue() => Assert.Empty(DialogRules.Check(Samples.Info(), Samples.Helsefaglig()));

    [Fact]
    public void Should_ask_for_the_contact_at_the_receiver_in_a_new_dialogue_only()
    {
        var dialog = Change(n => n with { Roller = [n.Roller[0]] });

        Assert.Equal([DialogCodes.ContactMissing], Codes(Samples.Info(), dialog));
        Assert.Empty(Codes(Samples.Info() with { ConversationRef = new ConversationRef("a", "b") }, dialog));
    }

    [Fact]
    public void Should_ask_for_theme_text_and_responsible()
    {
        var dialog = Change(n => n with { Tema = " ", TekstNotatInnhold = null, Roller = [n.Roller[1]] });

        Assert.Equal([DialogCodes.TextMissing, DialogCodes.TextMissing, DialogCodes.ResponsibleMissing], Codes(Samples.Info(), dialog));
    }

    [Fact]
    public void Should_ask_for_the_list_of_the_kind_and_only_warn_of_its_codes()
    {
        Assert.Equal([DialogCodes.WrongList], Codes(Samples.Info(), Change(n => n with { TemaKodet = DialogLists.NoteTheme.Cv("6") })));
        var unknown = DialogRules.Check(Samples.Info(), Change(n => n with { TemaKodet = new CV("77", "2.16.578.1.12.4.1.1.7322", "Ny") }));
        Assert.Equal((DialogCodes.UnknownCode, KithSeverity.Warning), (Assert.Single(unknown).Code, unknown[0].Severity));
    }

    [Fact]
    public void Should_ask_a_deviation_for_text_and_the_faulty_message()
    {
        var deviation = new Dialogmelding { Version = DialogVersion.V10, Notater = [new Notat { TemaKodet = DialogLists.DeviationTheme.Cv("1") }] };

        Assert.Equal([DialogCodes.TextMissing, DialogCodes.ReferenceMissing], Codes(Samples.Info("DIALOG_AVVIK") with { Patient = null }, deviation));
    }

    [Fact]
    public void Should_ask_an_answer_for_its_request()
    {
        var answer = new Dialogmelding { Version = DialogVersion.V10, Notater = [new Notat { TemaKodet = DialogLists.AnswerTheme.Cv("5") }] };

        Assert.Equal([DialogCodes.RequestMissing, DialogCodes.ReferenceMissing], Codes(Samples.Info("DIALOG_SVAR"), answer));
    }

    [Fact]
    public void Should_refuse_parts_that_version_1_0_does_not_have()
    {
        var request = new Foresporsel { TypeForesp = DialogLists.GeneralRequest.Cv("1"), EmneSporsmal = "emne" };
        var dialog = new Dialogmelding { Version = DialogVersion.V10, Foresporsler = [request] };

        Assert.Equal([DialogCodes.NotInVersion], Codes(Samples.Info("DIALOG_FORESPORSEL"), dialog));
        Assert.Contains(DialogCodes.WrongVersion, Codes(Samples.Info("DIALOG_FORESPORSEL"), dialog with { Version = DialogVersion.V11 }));
    }

    [Fact]
    public void Should_find_no_fault_in_the_official_samples()
    {
        _ = Standards.Path();
        foreach (var file in Standards.Files("dialogmelding/sarepta"))
        {
            var message = MessageReader.Read(File.ReadAllBytes(file)).Message!;
            var findings = DialogRules.Check(message.Info, DialogReader.Read(message.BusinessDocument!).Dialog!);
            Assert.True(findings.All(f => f.Severity != KithSeverity.Error), $"{file}: {string.Join(" | ", findings)}");
        }
    }

    private static Dialogmelding Change(Func<Notat, Notat> change)
    {
        var dialog = Samples.Helsefaglig();
        return dialog with { Notater = [change(dialog.Notater[0])] };
    }

    private static IEnumerable<string> Codes(MsgInfo info, Dialogmelding dialog) => DialogRules.Check(info, dialog).Select(f => f.Code);
}
