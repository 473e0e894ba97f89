using System.Text;
using Hub.Kith.AppRec;
using Hub.Kith.Codes;
using Hub.Kith.MsgHead;
using Hub.Kith.Schemas;
using Hub.Kith.Types;
using Xunit;

namespace Hub.UnitTests.Kith;

/// <summary>Inputs made from the text of each official case, with what is expected. Each gives the plans it led to.</summary>
internal static class AppRecCatalogue
{
    private static readonly MsgInfo Info = Samples.Info();

    private static readonly AppRecKnowledge Known = new()
    {
        Enterprises = new HashSet<string> { "8094866" },
        Services = new HashSet<string> { "8094867", "8094868" },
        EnvelopeReceiver = "8094867",
        Now = Samples.Generated.AddHours(1),
    };

    public static Dictionary<string, Func<AppRecPlan[]>> Cases { get; } = new()
    {
        ["unit 1"] = () => [Ok(Info)],
        ["unit 2"] = () => Receipt(Ok(Info), r => Assert.Equal(Info.MsgId, r.Original.Id)),
        ["unit 3"] = () => Receipt(Ok(Info), r => Assert.Equal(Info.Type, r.Original.MsgType)),
        ["unit 4"] = () => Receipt(Ok(Info), r => Assert.Equal(Info.GenDate, r.Original.IssueDate)),
        ["unit 5"] = () => Receipt(Ok(Info), r => Assert.Equal(new CS("1", "OK"), r.Status)),
        ["unit 6"] = () => [Rejected(Info with { MsgId = "1" }, Known, "PRIM E10")],
        ["unit 7"] = () => [Rejected(Info with { MsgId = "1", Patient = new Person() }, Known, "PRIM E10 E36")],
        ["unit 8"] = () => [Rejected(Info with { MsgId = "1" }, Known, "PRIM E10")],
        ["unit 9"] = () => [Ok(Info), Ok10(Info), Ok10(Info, "REQ"), Expect(Info with { Receiver = new(Samples.Foreign), OtherReceivers = [Copy(Samples.Ours)] }, Known, "COP")],
        ["system 1"] = () => [Ok(Info)],
        ["system 2"] = () => Receipt(Ok(Info), r => Assert.Equal(Info.MsgId, r.Original.Id)),
        ["system 3"] = () => Receipt(Ok(Info), r => Assert.Equal("DIALOG_HELSEFAGLIG", r.Original.MsgType.V)),
        ["system 4"] = () => Receipt(Ok(Info), r => Assert.Equal("2026-03-02T09:00:00+01:00", r.Original.IssueDate.V)),
        ["system 5"] = () => Receipt(Ok(Info), Mirrored),
        ["system 6"] = () =>
        {
            var signed = Info with { Sender = new(Samples.Foreign with { Professional = Samples.Sender.Professional }) };
            return Receipt(Ok(signed), r => Assert.Empty(r.Receiver.Inst!.Persons), signed);
        },
        ["system 7"] = () => [Ok(Info with { OtherReceivers = [Copy(Samples.Foreign)] })],
        ["system 8"] = () => [Ok10(Info with { OtherReceivers = [Copy(Samples.Foreign)] }, "REQ")],
        ["system 9"] = () => [Ok10(Info with { OtherReceivers = [Copy(Samples.Foreign)] })],
        ["system 10"] = () => [Expect(Info with { Receiver = new(Samples.Foreign), OtherReceivers = [Copy(Samples.Ours)] }, Known, "COP")],
        ["system 11"] = () => [Expect(Info with { OtherReceivers = [Copy(Samples.OurCopy)] }, Known, "PRIM", "COP"), Silent(Info, Duplicate, NoAnswer.Duplicate)],
        ["system 12"] = () => [Ok(Info), Silent(Info, Duplicate, NoAnswer.Duplicate)],
        ["system 13"] = () => Receipt(Ok(Info), r =>
        {
            Assert.Equal(ReceiptOutcome.Accepted, ReceiptFollowUp.Judge(Info, r, answeredBefore: false));
            Assert.Equal(ReceiptOutcome.IgnoredRepeat, ReceiptFollowUp.Judge(Info, r with { Id = Guid.NewGuid().ToString() }, answeredBefore: true));
        }),
        ["system 14"] = () => [Silent(Info, Known with { Review = ManualReview.Waiting }, NoAnswer.WaitingForReview), Expect(Info, Known with { Review = ManualReview.Approved, Now = After(90) }, "PRIM")],
        ["system 15"] = () => [Silent(Info, Wanted(91), NoAnswer.WaitingForReview), Expect(Info, Wanted(93), "PRIM")],
        ["system 16"] = () => [Broken(Encoding.UTF8.GetString(Bytes(Info))[..^40])],
        ["system 17"] = () => [Rejected(Info with { Receiver = new(Samples.Ours with { Idents = [Local] }) }, Known, "PRIM E21")],
        ["system 18"] = () => [Rejected(Info with { Receiver = new(Samples.Ours with { Inner = null }) }, Known, "PRIM E21")],
        ["system 19"] = () => [Rejected(Info with { Receiver = new(HerAddress.ToPerson("Larvik kommune", "8094866", new HealthcareProfessional { FamilyName = "Moe" }, "777")) }, Known, "PRIM E21")],
        ["system 20"] = () => [Rejected(Info with { Receiver = new(HerAddress.ToService("Larvik kommune", "8094866", "Ukjent", "777")) }, Known, "PRIM E21")],
        ["system 21"] = () => [Silent(Info with { Receiver = new(Samples.Foreign) }, Known with { EnvelopeReceiver = "90998" }, NoAnswer.NotForUs)],
        ["system 22"] = () => [Rejected(Info with { Receiver = new(Samples.Foreign), OtherReceivers = [Copy(Samples.Foreign)] }, Known, "PRIM E21")],
        ["system 23"] = () => [Rejected(Info, Known with { PatientKnown = false }, "PRIM E35")],
        ["system 24"] = () =>
        {
            var unknown = Info with { Patient = Samples.Patient with { Idents = [], Sex = null } };
            Expect(unknown, Known with { IsEmergency = true }, "PRIM");
            Expect(unknown with { Patient = unknown.Patient with { Sex = PartyLists.Sex.Cs("2") } }, Known, "PRIM");
            foreach (var kind in new[] { "FNR", "DNR", "FHN" })
                Expect(unknown with { Patient = unknown.Patient with { Idents = [new Ident("80000000118", PartyLists.PersonId.Cv(kind))] } }, Known, "PRIM");
            return [Rejected(unknown, Known, "PRIM E36")];
        },
        ["system 25"] = () => [Rejected(Info, Review(ManualReview.Rejected, "E35"), "PRIM E35")],
        ["system 26"] = () => [Rejected(Info with { MsgId = "x", Patient = null }, Known with { Signature = SignatureVerdict.Wrong }, "PRIM E10 S01 E36")],
        ["system 27"] = () => [Silent(Info, Known with { Review = ManualReview.Waiting, Now = After(95) }, NoAnswer.WaitingForReview), Rejected(Info, Review(ManualReview.Rejected, "X99") with { Now = After(95) }, "PRIM X99")],
        ["system 28"] = () => [Rejected(Info with { MsgId = "20260302-17" }, Known, "PRIM E10")],
        ["system 29"] = () => [Rejected(Info, Known with { Signature = SignatureVerdict.Wrong }, "PRIM S01")],
        ["system 30"] = () => [Rejected(Info, Known with { Signature = SignatureVerdict.BadCertificate }, "PRIM S02")],
        ["system 31"] = () => [Rejected(Info, Known with { Signature = SignatureVerdict.Revoked }, "PRIM S03")],
        ["system 32"] = () => [Invalid(Known, "PRIM T02"), Invalid(Known with { RejectSchemaInvalid = false }, null)],
        ["system 33"] = () => [Unsupported(Known, "PRIM T10"), Unsupported(Known with { RejectUnsupported = false }, null)],
        ["system 34"] = () => [Broken(Encoding.UTF8.GetString(Bytes(Info)).Replace("</RefDoc>", "</Refdoc>", StringComparison.Ordinal))],
        ["system 36"] = () => [Rejected(Unknown with { OtherReceivers = [Copy(Samples.Foreign)] }, Known, "PRIM E21")],
        ["system 37"] = () => [Expect10(Unknown with { OtherReceivers = [Copy(Samples.Foreign)] }, Known with { AnswererIsRequester = true }, "REQ E21")],
        ["system 38"] = () => [Expect10(Unknown with { OtherReceivers = [Copy(Samples.Foreign)] }, Known, "SPR E21")],
        ["system 39"] = () => [Rejected(Info with { Receiver = new(Samples.Foreign), OtherReceivers = [Copy(UnknownService)] }, Known, "COP E21")],
        ["system 40"] = () => [Rejected(Unknown with { OtherReceivers = [Copy(UnknownService)] }, Known, "PRIM E21", "COP E21"), Silent(Unknown, Duplicate, NoAnswer.Duplicate)],
        ["system 41"] = () => [Rejected(Info with { MsgId = "x" }, Known, "PRIM E10"), Silent(Info with { MsgId = "x" }, Duplicate, NoAnswer.Duplicate)],
        ["system 42"] = () =>
        {
            Assert.Equal(ReceiptOutcome.Waiting, ReceiptFollowUp.Silence(Info, After(95)));
            Assert.Equal(ReceiptOutcome.TimedOut, ReceiptFollowUp.Silence(Info, After(96)));
            return [Silent(Info, Known with { Review = ManualReview.Waiting, Now = After(96) }, NoAnswer.DeadlinePassed)];
        },
    };

    private static AppRecKnowledge Duplicate => Known with { IsDuplicate = true };

    private static Ident Local => new("LK", PartyLists.OrganisationId.Cv("LOK"));

    private static Organisation UnknownService => HerAddress.ToService("Larvik kommune", "8094866", "Ukjent", "777");

    private static MsgInfo Unknown => Info with { Receiver = new(UnknownService) };

    private static OtherReceiver Copy(Organisation organisation) => new(MessageLists.ReceiverRole.Cs("COP")) { Organisation = organisation };

    private static DateTimeOffset After(int hours) => Samples.Generated.AddHours(hours);

    private static AppRecKnowledge Wanted(int hours) => Known with { Review = ManualReview.WaitingAndWanted, Now = After(hours) };

    private static AppRecKnowledge Review(ManualReview review, string code) => Known with { Review = review, ReviewErrors = [AppRecError.Of(code)] };

    private static byte[] Bytes(MsgInfo info) => Samples.Bytes(Samples.With(Samples.Helsefaglig(), info));

    private static AppRecPlan Ok(MsgInfo info) => Expect(info, Known, "PRIM");

    private static AppRecPlan Ok10(MsgInfo info, string role = "SPR") => Expect10(info, Known with { AnswererIsRequester = role == "REQ" }, role);

    private static AppRecPlan Rejected(MsgInfo info, AppRecKnowledge known, params string[] answers) => Expect(info, known, answers);

    private static AppRecPlan Expect(MsgInfo info, AppRecKnowledge known, params string[] answers) => Check(IncomingDocument.Of(Bytes(info)), known, AppRecVersion.V11, answers);

    private static AppRecPlan Expect10(MsgInfo info, AppRecKnowledge known, params string[] answers)
    {
        var older = info with { Type = MessageLists.MessageType.Cs("DIALOG_NOTAT") };
        return Check(IncomingDocument.Of(Samples.Bytes(Samples.With(Samples.Notat10(), older))), known, AppRecVersion.V10, answers);
    }

    private static AppRecPlan Check(IncomingDocument document, AppRecKnowledge known, AppRecVersion version, params string[] answers)
    {
        var plan = AppRecDecision.Decide(document, known);
        Assert.Equal(answers, plan.Answers.Select(a => string.Join(' ', [a.Role, .. a.Errors.Select(e => e.V!)])));
        Assert.Equal(answers.Any(a => !a.Contains(' ')), plan.Import);
        foreach (var answer in plan.Answers)
        {
            var receipt = ReceiptFactory.Make(document.Info!, answer, document.Version, Guid.NewGuid(), known.Now);
            Assert.Equal(version, receipt.Version);
            Assert.Equal(answer.IsRejection ? "2" : "1", receipt.Status.V);
            Assert.All(receipt.Errors, e => Assert.Equal(("2.16.578.1.12.4.1.1.8221", true), (e.S, e.DN is not null)));
            Assert.Equal(answer.Role, receipt.Sender.Role!.V);
            Assert.Equal(version == AppRecVersion.V11 ? "AVS" : "RECEIVER", receipt.Receiver.Role!.V);
            var bytes = ReceiptWriter.Write(receipt).Bytes;
            Assert.Empty(KithSchemas.Validate(bytes));
            Assert.Empty(ReceiptReader.Read(bytes).Findings);
        }

        return plan;
    }

    private static AppRecPlan Silent(MsgInfo info, AppRecKnowledge known, NoAnswer why)
    {
        var plan = AppRecDecision.Decide(IncomingDocument.Of(Bytes(info)), known);
        Assert.Equal(why, plan.Silence);
        Assert.Empty(plan.Answers);
        Assert.False(plan.Import);
        return plan;
    }

    private static AppRecPlan Broken(string xml) => Check(IncomingDocument.Of(Encoding.UTF8.GetBytes(xml)), Known, AppRecVersion.V11, "PRIM T01");

    private static AppRecPlan Invalid(AppRecKnowledge known, string? answer)
    {
        var xml = Encoding.UTF8.GetString(Bytes(Info)).Replace("<Notat>", "<Notat><Ukjent/>", StringComparison.Ordinal);
        return Check(IncomingDocument.Of(Encoding.UTF8.GetBytes(xml)), known, AppRecVersion.V11, answer is null ? [] : [answer]);
    }

    private static AppRecPlan Unsupported(AppRecKnowledge known, string? answer)
    {
        var xml = Encoding.UTF8.GetString(Bytes(Info)).Replace("dialog/2013-01-23", "dialog/2031-01-23", StringComparison.Ordinal);
        return Check(IncomingDocument.Of(Encoding.UTF8.GetBytes(xml)), known, AppRecVersion.V11, answer is null ? [] : [answer]);
    }

    private static AppRecPlan[] Receipt(AppRecPlan plan, Action<Receipt> check, MsgInfo? info = null)
    {
        var receipt = ReceiptFactory.Make(info ?? Info, Assert.Single(plan.Answers), AppRecVersion.V11, Guid.NewGuid(), Known.Now);
        check(receipt);
        return [plan];
    }

    private static void Mirrored(Receipt receipt)
    {
        Assert.Equal(("Larvik kommune", "8094866", "HER"), (receipt.Sender.Inst!.Name, receipt.Sender.Inst.Id, receipt.Sender.Inst.TypeId!.V));
        Assert.Equal(("Hjemmetjenesten", "8094867"), (Assert.Single(receipt.Sender.Inst.Departments).Name, receipt.Sender.Inst.Departments[0].Id));
        var doctor = Assert.Single(receipt.Receiver.Inst!.Persons);
        Assert.Equal(("Rita Lin", "258521", "9144900"), (doctor.Name, doctor.IdOf("HER"), doctor.IdOf("HPR")));
        Assert.Equal(("Storgata 1", "3256", "Larvik", "RES"), (receipt.Receiver.Address!.StreetAdr, receipt.Receiver.Address.PostalCode, receipt.Receiver.Address.City, receipt.Receiver.Address.Type.V));
        Assert.Equal(["tel:33171000"], receipt.Receiver.Address.TeleAddresses);
    }
}
