using System.Text;
using Hub.Adapters.Ebxml.Receiving;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Ebxml.Addressing;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Signing;
using Hub.Kith.AppRec;
using Hub.Kith.MsgHead;
using Xunit;
using static Hub.UnitTests.Messaging.DeskBench;

namespace Hub.UnitTests.Messaging;

/// <summary>What those may bring about who know a partner's number but not its key, and what partners may learn who should not.</summary>
public sealed class DeskHardeningTests : IDisposable
{
    private const int Many = 300;
    private readonly DeskBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_not_let_strangers_make_the_hub_write_to_a_partner_without_end()
    {
        for (var i = 0; i < Many; i++)
            await _bench.TakeAsync(Unsigned());

        Assert.InRange(_bench.Exchanges.All.Count, 1, Many / 2);
        var over = await _bench.TakeAsync(Unsigned());
        Assert.Equal((DeskStatus.Unanswerable, "HUB-EBXML-011"), (over.Status, over.Error!.Code));

        // Who signs is answered all the same.
        Assert.Equal(DeskStatus.Taken, (await _bench.TakeAsync(Sealed(Letter().Bytes))).Status);
    }

    [Fact]
    public async Task Should_answer_strangers_under_a_partners_number_again_after_a_while()
    {
        for (var i = 0; i < Many; i++)
            await _bench.TakeAsync(Unsigned());
        var before = _bench.Exchanges.All.Count;
        _bench.Time.Now += TimeSpan.FromHours(1);
        await _bench.TakeAsync(Unsigned());
        Assert.Equal(before + 1, _bench.Exchanges.All.Count);
    }

    [Fact]
    public async Task Should_take_an_AppRec_from_a_partner_that_may_send_nothing_else()
    {
        using var bench = new DeskBench { MaySend = false };
        var info = MessageReader.Read(Letter().Bytes).Message!.Info;
        bench.Receipts.Sent[$"msgid:{info.MsgId}"] = new SentBytes(new DeliveryId(1, 1), "sykehus", default);
        var appRec = ReceiptWriter.Write(
            ReceiptFactory.Make(info, new ReceiptAnswer(AnsweringReceiver.Primary, "PRIM", []), AppRecVersion.V11, Guid.NewGuid(), FixedTime.At)).Bytes.ToArray();

        Assert.Equal(DeskStatus.Taken, (await bench.TakeAsync(Seal(Envelope("APPREC", "p1@sykehus", h => h with { Action = MessageAddress.AppRec }), appRec))).Status);
        Assert.IsType<Hub.Core.Deliveries.Receipt.Positive>(Assert.Single(bench.Receipts.Applied).Receipt);

        Assert.Equal(DeskStatus.Refused, (await bench.TakeAsync(Sealed(Letter().Bytes))).Status);
        var disguised = await bench.TakeAsync(Sealed(Letter().Bytes, change: h => h with { Action = MessageAddress.AppRec }));
        Assert.Equal(DeskStatus.Refused, disguised.Status);
        Assert.Empty(bench.Intake.Taken);
    }

    [Theory]
    [InlineData("wrong padding")]
    [InlineData("no document")]
    [InlineData("broken document")]
    [InlineData("broken MIME part")]
    [InlineData("broken gzip")]
    public async Task Should_say_the_same_whatever_is_wrong_inside_the_encryption(string fault)
    {
        var cms = ToUs.Encrypt(fault switch
        {
            "no document" => [1, 2, 3],
            "broken document" => "<?xml version=\"1.0\"?><MsgHead xmlns=\"http://www.kith.no/xmlstds/msghead/2006-05-24\"><MsgInfo>"u8,
            "broken MIME part" => "Content-Type: application/xml\r\nContent-Transfer-Encoding: base64\r\n\r\n***"u8,
            "broken gzip" => [0x1F, 0x8B, 8, 0, 1, 2, 3],
            _ => "<a/>"u8,
        });
        if (fault == "wrong padding")
            cms[^1] ^= 1;
        var message = Envelope("LOG_INNLAGT", "p1@sykehus");
        var attachment = new Hub.Ebxml.Envelope.Attachment("p1@sykehus", "application/pkcs7-mime; smime-type=enveloped-data", cms);
        var answer = await _bench.TakeAsync(MimeWriter.Multipart(TheirSigner.Sign(message, [attachment]).Bytes.Span, [attachment], SoapEncoding.Base64));

        Assert.Equal(DeskStatus.Refused, answer.Status);
        Assert.Equal(
            new MessageError(ErrorCodes.SecurityFailure, ErrorSeverity.Error, "cid:p1@sykehus", "The payload cannot be decrypted, or is no XML document."),
            Assert.Single(Assert.IsType<ErrorListBody>(_bench.Answer().Body).Errors));
    }

    [Fact]
    public async Task Should_refuse_a_second_payload_rather_than_acknowledge_and_forget_it()
    {
        var header = Envelope("LOG_INNLAGT", "p1@sykehus").Header;
        var body = new PayloadBody(new AckRequested(), false, new Manifest([ManifestReference.To("p1@sykehus"), ManifestReference.To("p2@sykehus")]));
        var mime = OutgoingMessage.Seal(
            new EbxmlMessage(header, body), [new("p1@sykehus", Letter().Bytes), new("p2@sykehus", Letter().Bytes)], new() { Signer = TheirSigner, Encryptor = ToUs }).Mime;
        Assert.Equal(DeskStatus.Refused, (await _bench.TakeAsync(mime)).Status);
        Assert.Empty(_bench.Intake.Taken);
    }

    [Fact]
    public async Task Should_compare_HER_ids_as_numbers()
    {
        var letter = Encoding.UTF8.GetString(Letter().Bytes).Replace($">{TheirHer}<", $">0{TheirHer}<", StringComparison.Ordinal).Replace(">4242<", ">4949<", StringComparison.Ordinal);
        Assert.Equal(DeskStatus.Taken, (await _bench.TakeAsync(Sealed(Encoding.UTF8.GetBytes(letter)))).Status);
        Assert.Single(_bench.Intake.Taken);
    }

    [Theory]
    [InlineData(true, DeskStatus.Taken)]
    [InlineData(false, DeskStatus.Refused)]
    public async Task Should_take_what_was_signed_before_a_renewal_while_the_earlier_entry_is_kept(bool kept, DeskStatus expected)
    {
        // A resend is the same bytes: up to two days after a renewal they still carry the signature of the certificate before.
        using var renewed = new MessageSigner(_bench.Renew(kept));
        Assert.Equal(expected, (await _bench.TakeAsync(Sealed(Letter().Bytes))).Status);
        Assert.Equal(DeskStatus.Taken, (await _bench.TakeAsync(Seal(Envelope("LOG_INNLAGT", "p1@sykehus"), Letter().Bytes, renewed))).Status);
    }

    [Fact]
    public async Task Should_tell_the_operator_why_a_message_was_refused()
    {
        using var forger = new MessageSigner(Hub.UnitTests.Ebxml.TestAuthority.Trusted.Signing("Sykehuset"));
        var forged = await _bench.TakeAsync(Seal(Envelope("LOG_INNLAGT", "p1@sykehus"), Letter().Bytes, forger));
        Assert.Equal(("HUB-EBXML-011", "partners.sykehus"), (forged.Error!.Code, forged.Error.Path));
        Assert.Contains("registered", forged.Error.Text, StringComparison.Ordinal);
        Assert.Equal("HUB-EBXML-013", (await _bench.TakeAsync(Seal(Envelope("LOG_INNLAGT", "p1@sykehus", to: 99), Letter().Bytes))).Error!.Code);
    }

    [Fact]
    public async Task Should_not_tell_strangers_where_keys_are_and_ask_them_to_come_again()
    {
        _bench.Remove("sign.key");
        var answer = await _bench.TakeAsync(Unsigned());
        Assert.Equal(DeskStatus.NotNow, answer.Status);
        Assert.DoesNotContain("sign.key", answer.Error!.ToString(), StringComparison.Ordinal);
        Assert.Equal(503, Definition(answer.Error).HttpStatus);
    }

    [Fact]
    public async Task Should_ask_to_come_again_when_revocation_cannot_be_told()
    {
        using var bench = new DeskBench { Revocation = true };
        var answer = await bench.TakeAsync(Sealed(Letter().Bytes));
        Assert.Equal(DeskStatus.NotNow, answer.Status);
        Assert.Equal(503, Definition(answer.Error!).HttpStatus);
    }

    [Fact]
    public async Task Should_send_other_answers_when_one_cannot_be_sent_at_all()
    {
        using var bench = new DeskBench { Address = "not an address @@ [" };
        await bench.TakeAsync(Sealed(Letter().Bytes));
        await bench.Desk.Post.SendDueAsync(10, TestContext.Current.CancellationToken);
        var due = Assert.Single(bench.Exchanges.Due);
        Assert.True(due.AnswerDue > bench.Time.Now, "It is tried again later, not at once and not never.");
    }

    private static ErrorDefinition Definition(HubError error) => ErrorCatalogue.In([typeof(Hub.Adapters.Ebxml.EbxmlErrors).Assembly, typeof(ErrorCatalogue).Assembly]).Single(d => d.Code == error.Code);

    private static MimeMessage Unsigned()
    {
        var sealedMessage = Sealed(Letter().Bytes, change: h => h with { MessageId = Guid.NewGuid().ToString() });
        var text = Encoding.UTF8.GetString(sealedMessage.Body.Span);
        var start = text.IndexOf("<ds:Signature ", StringComparison.Ordinal);
        var end = text.IndexOf("</ds:Signature>", StringComparison.Ordinal) + "</ds:Signature>".Length;
        return sealedMessage with { Body = Encoding.UTF8.GetBytes(text.Remove(start, end - start)) };
    }
}
