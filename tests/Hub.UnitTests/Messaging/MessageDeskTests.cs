using System.Text;
using Hub.Adapters.Ebxml.Receiving;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Signing;
using Hub.Kith.Types;
using Hub.UnitTests.Ebxml;
using Xunit;
using static Hub.UnitTests.Messaging.DeskBench;

namespace Hub.UnitTests.Messaging;

/// <summary>What becomes of messages that come in: taken once, answered always, refused with a reason, never answered to those whom nobody knows.</summary>
public sealed class MessageDeskTests : IDisposable
{
    private readonly DeskBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_take_a_letter_in_and_acknowledge_every_digest()
    {
        var letter = Letter();
        var message = Sealed(letter.Bytes);
        var answer = await _bench.TakeAsync(message);

        Assert.Equal((DeskStatus.Taken, null), (answer.Status, answer.Error));
        var taken = Assert.Single(_bench.Intake.Taken);
        var content = Assert.IsType<ClinicalMessage>(taken.Content);
        Assert.Equal(("LOG_INNLAGT", letter.MsgId.ToString()), (content.MessageType, content.MessageId));
        Assert.Equal(letter.Bytes, content.Document.ToArray());
        Assert.Equal("13116900216", taken.Patient.Id.Value);
        Assert.Equal(TimeSpan.FromHours(90), taken.Answer!.Within);
        Assert.Contains($"ebXML message {Letters(message)}", taken.Origin, StringComparison.Ordinal);
        var ack = Assert.IsType<AcknowledgmentBody>(_bench.Answer().Body);
        Assert.Equal(2, ack.References.Count);
        Assert.Equal(Letters(message), ack.RefToMessageId);
    }

    [Fact]
    public async Task Should_give_the_stored_answer_again_for_the_same_bytes_and_take_nothing_twice()
    {
        var message = Sealed(Letter().Bytes);
        await _bench.TakeAsync(message);
        var first = _bench.Answer().Header.MessageId;
        var again = await _bench.TakeAsync(message);

        Assert.Equal(DeskStatus.Taken, again.Status);
        Assert.Equal(first, _bench.Answer().Header.MessageId);
        Assert.Single(_bench.Exchanges.All);
        Assert.Single(_bench.Intake.Taken);
    }

    [Fact]
    public async Task Should_refuse_another_message_under_a_used_id()
    {
        var id = Guid.NewGuid().ToString();
        await _bench.TakeAsync(Sealed(Letter().Bytes, change: h => h with { MessageId = id }));
        var second = await _bench.TakeAsync(Sealed(Letter().Bytes, change: h => h with { MessageId = id }));

        Assert.Equal(DeskStatus.Refused, second.Status);
        Assert.Equal(ErrorCodes.Inconsistent, Error(1).Code);
        Assert.Single(_bench.Intake.Taken);
    }

    [Fact]
    public async Task Should_acknowledge_the_same_document_in_a_new_envelope_without_taking_it_in_again()
    {
        var letter = Letter();
        await _bench.TakeAsync(Sealed(letter.Bytes));
        Assert.Equal(DeskStatus.Taken, (await _bench.TakeAsync(Sealed(letter.Bytes))).Status);
        Assert.Single(_bench.Intake.Taken);
        Assert.IsType<AcknowledgmentBody>(_bench.Answer(1).Body);
    }

    [Fact]
    public async Task Should_refuse_another_document_under_a_used_MsgId()
    {
        var id = Guid.NewGuid();
        await _bench.TakeAsync(Sealed(Letter(id: id).Bytes));
        var second = await _bench.TakeAsync(Sealed(Letter(id: id, patient: Someone with { GivenName = "Ola" }).Bytes));
        Assert.Equal(DeskStatus.Refused, second.Status);
        Assert.Contains("HUB-INTAKE-017", Error(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_promise_nothing_while_the_database_is_away()
    {
        _bench.Intake.Fails = IntakeErrors.StoreDown.At();
        var message = Sealed(Letter().Bytes);
        Assert.Equal(DeskStatus.NotNow, (await _bench.TakeAsync(message)).Status);
        Assert.Empty(_bench.Exchanges.All);
        _bench.Intake.Fails = null;
        Assert.Equal(DeskStatus.Taken, (await _bench.TakeAsync(message)).Status);
    }

    [Fact]
    public async Task Should_answer_on_the_same_connection_when_the_sender_waits_there()
    {
        var answer = await _bench.TakeAsync(Sealed(Letter().Bytes, sync: true), onSameConnection: true);
        Assert.Empty(_bench.Exchanges.Due);
        var read = Hub.Ebxml.Messages.IncomingMessage.Read(answer.Reply!.Body, answer.Reply.ContentType);
        Assert.IsType<AcknowledgmentBody>(read.Message!.Body);
        Assert.True(read.Verify(SignaturePolicy.Profile).IsValid);
    }

    [Fact]
    public async Task Should_refuse_what_is_signed_by_somebody_else()
    {
        using var forger = new MessageSigner(TestAuthority.Trusted.Signing("Sykehuset"));
        var answer = await _bench.TakeAsync(Seal(Envelope("LOG_INNLAGT", "p1@sykehus"), Letter().Bytes, forger));
        Assert.Equal(DeskStatus.Refused, answer.Status);
        Assert.Equal(ErrorCodes.SecurityFailure, Error().Code);
        Assert.Empty(_bench.Intake.Taken);
    }

    [Fact]
    public async Task Should_leave_the_id_free_when_a_forger_used_it_first()
    {
        var id = Guid.NewGuid().ToString();
        using var forger = new MessageSigner(TestAuthority.Foreign.Signing("Sykehuset"));
        await _bench.TakeAsync(Seal(Envelope("LOG_INNLAGT", "p1@sykehus", h => h with { MessageId = id }), Letter().Bytes, forger));
        Assert.Equal(DeskStatus.Taken, (await _bench.TakeAsync(Sealed(Letter().Bytes, change: h => h with { MessageId = id }))).Status);
        Assert.Single(_bench.Intake.Taken);
    }

    [Fact]
    public async Task Should_refuse_a_changed_attachment()
    {
        var message = Sealed(Letter().Bytes);
        var body = message.Body.ToArray();
        var at = Encoding.Latin1.GetString(body).LastIndexOf("\r\n\r\n", StringComparison.Ordinal) + 400;
        body[at] = body[at] == (byte)'A' ? (byte)'B' : (byte)'A';
        Assert.Equal(DeskStatus.Refused, (await _bench.TakeAsync(message with { Body = body })).Status);
        Assert.Equal(ErrorCodes.SecurityFailure, Error().Code);
    }

    [Fact]
    public async Task Should_refuse_what_is_for_another_HER_id()
    {
        Assert.Equal(DeskStatus.Refused, (await _bench.TakeAsync(Seal(Envelope("LOG_INNLAGT", "p1@sykehus", to: 99), Letter().Bytes))).Status);
        Assert.Equal(ErrorCodes.ValueNotRecognized, Error().Code);
    }

    [Fact]
    public async Task Should_refuse_what_came_after_its_time_to_live()
    {
        await _bench.TakeAsync(Sealed(Letter().Bytes, change: h => h with { TimeToLive = FixedTime.At.AddMinutes(-1) }));
        Assert.Equal(ErrorCodes.TimeToLiveExpired, Error().Code);
    }

    [Fact]
    public async Task Should_refuse_a_payload_in_the_clear()
    {
        var mime = Hub.Ebxml.Messages.OutgoingMessage.Seal(
            Envelope("LOG_INNLAGT", "p1@sykehus"), [new("p1@sykehus", Letter().Bytes)], new() { Signer = TheirSigner }).Mime;
        Assert.Equal(DeskStatus.Refused, (await _bench.TakeAsync(mime)).Status);
        Assert.Equal(ErrorCodes.SecurityFailure, Error().Code);
    }

    [Fact]
    public async Task Should_refuse_a_document_that_speaks_for_another_sender_than_its_envelope()
    {
        Assert.Equal(DeskStatus.Refused, (await _bench.TakeAsync(Sealed(Letter(fromHer: 555) is var l ? Forged(l.Bytes) : []))).Status);
        Assert.Empty(_bench.Intake.Taken);
    }

    [Fact]
    public async Task Should_have_nothing_to_say_to_strangers()
    {
        var answer = await _bench.TakeAsync(Seal(Envelope("LOG_INNLAGT", "p1@sykehus", from: 7), Letter().Bytes));
        Assert.Equal((DeskStatus.Unanswerable, "HUB-EBXML-012"), (answer.Status, answer.Error!.Code));
        Assert.Empty(_bench.Exchanges.All);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("<Envelope/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    public async Task Should_answer_what_is_no_message_with_a_fault(string text)
    {
        var answer = await _bench.TakeAsync(new MimeMessage("text/xml", null, Encoding.UTF8.GetBytes(text)), onSameConnection: true);
        Assert.Equal(DeskStatus.Unanswerable, answer.Status);
        Assert.Contains("Fault", Encoding.UTF8.GetString(answer.Reply!.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_answer_a_ping()
    {
        var header = Envelope("LOG_INNLAGT", "x").Header with { Service = ServiceName.Msh, Action = SignalActions.Ping, DuplicateElimination = false };
        await _bench.TakeAsync(Seal(new EbxmlMessage(header, new PingBody()), null));
        Assert.IsType<PongBody>(_bench.Answer().Body);
    }

    [Fact]
    public async Task Should_take_in_what_must_be_rejected_for_its_answer_only()
    {
        await _bench.TakeAsync(Sealed(Letter(patient: new Person { GivenName = "Ukjent" }).Bytes));
        var taken = Assert.Single(_bench.Intake.Taken);
        Assert.Equal((true, TimeSpan.Zero), (taken.Answer!.Refused, taken.Answer.Within));
        Assert.Contains(((ClinicalMessage)taken.Content).Refusals, r => r.Code == "E36");
    }

    [Fact]
    public async Task Should_not_let_one_tenant_take_in_what_is_for_another()
    {
        var message = Sealed(Letter().Bytes);
        var answer = await _bench.Desk.TakeAsync("skien", message.Body, message.ContentType, false, TestContext.Current.CancellationToken);
        Assert.Equal(DeskStatus.Unanswerable, answer.Status);
        Assert.Equal("HUB-EBXML-012", answer.Error!.Code);
    }

    private MessageError Error(int number = 0) => Assert.IsType<ErrorListBody>(_bench.Answer(number).Body).Errors[0];

    private static string Letters(MimeMessage message) => Hub.Ebxml.Messages.IncomingMessage.Read(message.Body, message.ContentType).Message!.Header.MessageId;

    // Both levels name somebody else.
    private static byte[] Forged(byte[] letter) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(letter).Replace(">4242<", ">4949<", StringComparison.Ordinal));
}
