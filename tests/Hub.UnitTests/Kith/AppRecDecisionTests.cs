using Hub.Kith.AppRec;
using Hub.Kith.Codes;
using Hub.Kith.MsgHead;
using Hub.Kith.Types;
using Xunit;

namespace Hub.UnitTests.Kith;

public sealed class AppRecDecisionTests
{
    private static readonly AppRecKnowledge Known = new()
    {
        Enterprises = new HashSet<string> { "8094866" },
        Services = new HashSet<string> { "8094867" },
        Now = Samples.Generated,
    };

    [Fact]
    public void Should_never_answer_a_receipt()
    {
        var receipt = ReceiptFactory.Make(Samples.Info(), new ReceiptAnswer(AnsweringReceiver.Primary, "PRIM", []), AppRecVersion.V11, Guid.NewGuid(), Samples.Generated);

        Assert.Equal(NoAnswer.IsReceipt, AppRecDecision.Decide(IncomingDocument.Of(ReceiptWriter.Write(receipt).Bytes), Known).Silence);
    }

    [Fact]
    public void Should_never_reject_for_a_code_that_is_not_known()
    {
        var info = Samples.Info() with { Type = new CS("DIALOG_NY_I_2031") };
        var dialog = Samples.Helsefaglig() with { SakstypeKodet = new CV("77", "2.16.578.1.12.4.1.1.7777", "Ny") };

        var plan = AppRecDecision.Decide(IncomingDocument.Of(Samples.Bytes(Samples.With(dialog, info))), Known);

        Assert.False(Assert.Single(plan.Answers).IsRejection);
    }

    [Fact]
    public void Should_reject_a_copy_whose_role_is_no_value_of_the_list()
    {
        var info = Samples.Info() with { Receiver = new(Samples.Foreign), OtherReceivers = [new OtherReceiver(new CS("KOPI")) { Organisation = Samples.Ours }] };

        var answer = Assert.Single(AppRecDecision.Decide(IncomingDocument.Of(Samples.Bytes(Samples.With(Samples.Helsefaglig(), info))), Known).Answers);

        Assert.Equal(("COP", "E21"), (answer.Role, Assert.Single(answer.Errors).V));
    }

    [Fact]
    public void Should_reject_the_whole_message_for_an_attachment_that_cannot_be_taken()
    {
        var message = Samples.With(Samples.Helsefaglig());
        message = message with { Documents = [.. message.Documents, Attachments.ToDocument(new Attachment("application/zip", "Arkiv", TS.Of(Samples.Generated), new byte[] { 1 }))] };

        var answer = Assert.Single(AppRecDecision.Decide(IncomingDocument.Of(Samples.Bytes(message)), Known).Answers);

        Assert.Equal("T10", Assert.Single(answer.Errors).V);
    }

    [Fact]
    public void Should_be_silent_when_the_sender_of_broken_bytes_cannot_be_told()
    {
        Assert.Equal(NoAnswer.SenderUnknown, AppRecDecision.Decide(IncomingDocument.Of("<MsgHead"u8.ToArray()), Known).Silence);
    }

    [Theory]
    [InlineData("<Receiver>")]
    [InlineData("<Name>Hjemmetjenesten")]
    [InlineData("<Patient>")]
    [InlineData("</MsgInfo>")]
    public void Should_tell_the_sender_of_broken_bytes_only_that_they_are_broken(string cut)
    {
        var xml = System.Text.Encoding.UTF8.GetString(Samples.Bytes(Samples.With(Samples.Helsefaglig())));
        var at = xml.IndexOf(cut.Replace("<Name>", "<OrganisationName>", StringComparison.Ordinal), StringComparison.Ordinal);
        var document = IncomingDocument.Of(System.Text.Encoding.UTF8.GetBytes(xml[..at]));

        var plan = AppRecDecision.Decide(document, Known with { EnvelopeReceiver = "8094867" });

        Assert.Equal("T01", Assert.Single(Assert.Single(plan.Answers).Errors).V);
        var receipt = ReceiptWriter.Write(ReceiptFactory.Make(document.Info!, plan.Answers[0], document.Version, Guid.NewGuid(), Samples.Generated));
        Assert.Empty(Hub.Kith.Schemas.KithSchemas.Validate(receipt.Bytes));
    }

    [Fact]
    public void Should_mirror_a_copy_that_is_a_professional_of_their_own()
    {
        var person = new HealthcareProfessional { FamilyName = "Lin", TypeHealthcareProfessional = PartyLists.Profession.Cs("LE"), Idents = [new Ident("8094867", PartyLists.PersonId.Cv("HER"))] };
        var info = Samples.Info() with { OtherReceivers = [new OtherReceiver(MessageLists.ReceiverRole.Cs("COP")) { Professional = person }] };

        var party = ReceiptMirror.Receiver(info, new AnsweringReceiver(0));

        Assert.Equal(("Lin", "8094867", "LE"), (party.HcProf!.Name, party.HcProf.Id, party.HcProf.Type!.V));
    }
}
