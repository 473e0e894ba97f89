using Hub.Kith;
using Hub.Kith.Codes;
using Hub.Kith.MsgHead;
using Hub.Kith.Types;
using Xunit;

namespace Hub.UnitTests.Kith;

public sealed class MessageHeadTests
{
    [Fact]
    public void Should_recognise_a_message_and_its_business_document()
    {
        var recognition = KithDocument.Recognize(Samples.Bytes(Samples.With(Samples.Helsefaglig())));

        Assert.Equal((KithKind.MsgHead, "1.2", "DIALOG_HELSEFAGLIG"), (recognition.Kind, recognition.Version, recognition.MessageType));
        Assert.Equal((KithKind.Dialog, "1.1"), (recognition.Business!.Kind, recognition.Business.Version));
    }

    [Fact]
    public void Should_refer_to_the_first_and_the_previous_message()
    {
        var first = Samples.Info() with { MsgId = "00000000-0000-4000-8000-000000000001" };
        var second = Samples.Info() with { MsgId = "00000000-0000-4000-8000-000000000002", ConversationRef = Conversation.ReplyTo(first) };
        var third = Conversation.ReplyTo(second);

        Assert.Equal(new ConversationRef(first.MsgId, first.MsgId), second.ConversationRef);
        Assert.Equal(new ConversationRef(second.MsgId, first.MsgId), third);
    }

    [Theory]
    [InlineData("known", "first", "first", 0)]
    [InlineData("known", "7d9b5c1e-fresh", "first", 1)]
    [InlineData("known", null, "first", 1)]
    [InlineData("known", "known", "first", 1)]
    [InlineData("strange", "stranger", "stranger", 0)]
    [InlineData("d93cebe5-ac91-4022-8969-4f93300d8171", "first", "first", 0)]
    public void Should_find_the_dialogue_also_when_the_reference_is_misused(string parent, string? conversation, string expected, int findings)
    {
        var place = Conversation.Find(Samples.Info() with { ConversationRef = new ConversationRef(parent, conversation) }, id => id is "known" or "first" ? "first" : null);

        Assert.Equal((expected, findings), (place.FirstMsgId, place.Findings.Count));
    }

    [Fact]
    public void Should_carry_attachments_both_ways()
    {
        var pdf = new Attachment("application/pdf", "Plan", TS.Of(Samples.Generated), "%PDF-1.7"u8.ToArray());
        var message = Samples.With(Samples.Helsefaglig());
        var bytes = Samples.Bytes(message with { Documents = [.. message.Documents, Attachments.ToDocument(pdf)] });

        var (attachments, findings) = Attachments.Of(MessageReader.Read(bytes).Message!);

        Assert.Empty(findings);
        Assert.Equal(("application/pdf", "Plan", "%PDF-1.7"), (Assert.Single(attachments).MimeType, attachments[0].Description, System.Text.Encoding.ASCII.GetString(attachments[0].Bytes!.Value.Span)));
        Assert.Empty(Hub.Kith.Schemas.KithSchemas.Validate(bytes));
    }

    [Theory]
    [InlineData("AAAA", "application/zip", MessageCodes.AttachmentUnsupported)]
    [InlineData("ikke base64", "application/pdf", MessageCodes.AttachmentUnreadable)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "application/pdf", MessageCodes.AttachmentTooLarge)]
    public void Should_say_what_is_wrong_with_an_attachment(string base64, string mime, string code)
    {
        var document = Attachments.ToDocument(new Attachment(mime, "x", TS.Of(Samples.Generated), new byte[1]));
        document.RefDoc.Content![0].Value = base64;
        var message = Samples.With(Samples.Helsefaglig());

        var (_, findings) = Attachments.Of(message with { Documents = [.. message.Documents, document] }, maxTotalBytes: 10);

        Assert.Equal(code, Assert.Single(findings).Code);
    }

    [Fact]
    public void Should_read_wrapped_base64_and_the_usual_wrong_name_of_jpeg()
    {
        var document = Attachments.ToDocument(new Attachment("image/pjpeg", "x", TS.Of(Samples.Generated), new byte[1]));
        document.RefDoc.Content![0].Value = "\n  AAEC\n  AwQF\n";
        var message = Samples.With(Samples.Helsefaglig());

        var (attachments, findings) = Attachments.Of(message with { Documents = [.. message.Documents, document] });

        Assert.Empty(findings);
        Assert.Equal(("image/jpeg", 6), (attachments[0].MimeType, attachments[0].Bytes!.Value.Length));
    }

    [Fact]
    public void Should_take_times_without_zone_as_norwegian()
    {
        Assert.Equal(TimeSpan.FromHours(2), new TS("2019-07-08T10:32:12").Instant!.Value.Offset);
        Assert.Equal(TimeSpan.FromHours(1), new TS("2019-03-08T10:32:12").Instant!.Value.Offset);
        Assert.Equal(new DateTimeOffset(2019, 1, 16, 22, 51, 35, TimeSpan.FromHours(1)).AddTicks(5317672), new TS("2019-01-16T22:51:35.531767299+01:00").Instant);
        Assert.Equal(new DateTimeOffset(2019, 1, 16, 22, 51, 35, TimeSpan.Zero), new TS("2019-01-16T22:51:35Z").Instant);
        Assert.Null(new TS("1991-12-4").Date);
        Assert.Equal(new DateOnly(1991, 12, 4), new TS("1991-12-04").Date);
        Assert.Equal("2026-07-01T12:00:00+02:00", TS.Of(new DateTimeOffset(2026, 7, 1, 10, 0, 0, TimeSpan.Zero)).V);
    }

    [Fact]
    public void Should_take_a_service_before_a_person_who_signs()
    {
        var both = Samples.Ours with { Professional = Samples.Sender.Professional };

        Assert.Equal(new HerAddress("8094866", "8094867"), HerAddress.Of(both));
        Assert.Equal(new HerAddress("56704", "258521"), HerAddress.Of(Samples.Sender));
        Assert.Equal("77", HerAddress.Normal(" 0077 "));
        Assert.Null(HerAddress.Normal("7A"));
    }

    [Fact]
    public void Should_name_what_is_wrong_in_a_head()
    {
        var info = Samples.Info() with { MsgId = "x", ConversationRef = new ConversationRef("x", "y"), Receiver = new Party(new Organisation()), Patient = new Person(), ProcessingStatus = new CS("T") };

        Assert.Equal([MessageCodes.BadMsgId, MessageCodes.NotProduction, MessageCodes.RefersToItself, MessageCodes.HerMissing, MessageCodes.HerMissing, MessageCodes.PatientInsufficient],
            MessageRules.Check(info).Select(f => f.Code));
        Assert.Empty(MessageRules.Check(Samples.Info()));
    }

    [Fact]
    public void Should_give_code_lists_their_texts()
    {
        Assert.Equal(new CV("E21", "2.16.578.1.12.4.1.1.8221", "Mottaker finnes ikke"), MessageLists.AppRecError.Cv("E21"));
        Assert.True(PartyLists.RoleToPatient.Cv("24").Is(9034, "24"));
        Assert.Null(PartyLists.Sex.TextOf("7"));
    }
}
