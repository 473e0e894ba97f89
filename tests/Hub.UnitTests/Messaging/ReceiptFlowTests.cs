using Hub.Core.Adapters;
using Hub.Core.Deliveries;
using Hub.Core.Mappings;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Reliability;
using Hub.Kith.AppRec;
using Hub.Kith.MsgHead;
using Hub.Kith.Plo;
using Xunit;
using static Hub.UnitTests.Messaging.DeskBench;

namespace Hub.UnitTests.Messaging;

/// <summary>A document goes out sealed, and its receipts find their way back to the delivery: equal digests, other digests, errors, warnings, AppRec.</summary>
public sealed class ReceiptFlowTests : IDisposable
{
    private readonly DeskBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Should_seal_a_document_that_the_receiver_verifies_and_opens()
    {
        var (sent, correlations, opened) = Send();
        Assert.Equal(2, correlations.Count);
        Assert.True(opened.Signature.IsValid);
        Assert.Equal(sent.Document, opened.Payloads[0].Document!.Value.ToArray());
        Assert.Equal(("S-UTSKRIVNINGSRAPPORT", "UTSKRIVNINGSRAPPORT"), (opened.Message!.Header.Service.Value, opened.Message.Header.Action));
        Assert.Equal((OurHer, TheirHer), (opened.Message.Header.From.Her!.Value, opened.Message.Header.To.Her!.Value));
    }

    [Fact]
    public void Should_give_the_same_ids_when_a_document_is_sealed_again()
    {
        var first = Send();
        var second = Send(first.Sent.Document, first.Sent.Id);
        Assert.Equal(first.Correlations, second.Correlations);
    }

    [Fact]
    public async Task Should_report_an_acknowledgment_with_the_digests_that_were_sent()
    {
        var (_, correlations, opened) = Send();
        await _bench.TakeAsync(Seal(opened.Acknowledge("ack-1", FixedTime.At, FixedTime.At), null));
        var applied = Assert.Single(_bench.Receipts.Applied);
        Assert.Equal(correlations[0], applied.Correlation);
        Assert.Equal(TimeSpan.FromHours(96), Assert.IsType<Hub.Core.Deliveries.Receipt.Transport>(applied.Receipt).AnswerWithin);
        Assert.Empty(_bench.Exchanges.All);
    }

    [Fact]
    public async Task Should_report_other_digests_as_not_delivered()
    {
        var (_, _, opened) = Send();
        var ack = opened.Acknowledge("ack-1", FixedTime.At, FixedTime.At);
        var body = (AcknowledgmentBody)ack.Body;
        var changed = body with { References = [.. body.References.Select(r => r with { Value = Convert.ToBase64String(new byte[32]) })] };
        await _bench.TakeAsync(Seal(ack with { Body = changed }, null));
        var negative = Assert.IsType<Hub.Core.Deliveries.Receipt.Negative>(Assert.Single(_bench.Receipts.Applied).Receipt);
        Assert.Equal(("HUB-DELIVERY-012", false), (negative.Error.Code, negative.Business));
    }

    [Theory]
    [InlineData(ErrorSeverity.Error)]
    [InlineData(ErrorSeverity.Warning)]
    public async Task Should_tell_an_error_from_a_warning(ErrorSeverity severity)
    {
        var (_, _, opened) = Send();
        var list = new ErrorListBody(severity, [new MessageError(ErrorCodes.Inconsistent, severity)]);
        await _bench.TakeAsync(Seal(Answers.To(opened.Message!.Header, list, "err-1", FixedTime.At), null));
        var receipt = Assert.Single(_bench.Receipts.Applied).Receipt;
        Assert.Equal(severity == ErrorSeverity.Error, receipt is Hub.Core.Deliveries.Receipt.Negative { Error.Code: "HUB-DELIVERY-011" });
        Assert.Equal(severity == ErrorSeverity.Warning, receipt is Hub.Core.Deliveries.Receipt.Transport);
    }

    [Fact]
    public async Task Should_not_let_one_partner_confirm_what_was_sent_to_another()
    {
        var (_, correlations, opened) = Send();
        _bench.Receipts.Sent[correlations[0]] = _bench.Receipts.Sent[correlations[0]] with { Partner = "fastlege" };
        await _bench.TakeAsync(Seal(opened.Acknowledge("ack-1", FixedTime.At, FixedTime.At), null));
        Assert.Empty(_bench.Receipts.Applied);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_take_an_AppRec_to_the_document_it_answers_and_acknowledge_it(bool rejected)
    {
        var (sent, correlations, _) = Send();
        var info = MessageReader.Read(sent.Document).Message!.Info;
        var answer = new ReceiptAnswer(AnsweringReceiver.Primary, "PRIM", rejected ? [AppRecError.Of("E35")] : []);
        var appRec = ReceiptWriter.Write(ReceiptFactory.Make(info, answer, AppRecVersion.V11, Guid.NewGuid(), FixedTime.At)).Bytes.ToArray();
        await _bench.TakeAsync(Seal(Envelope("APPREC", "p1@sykehus"), appRec));

        var applied = Assert.Single(_bench.Receipts.Applied);
        Assert.Equal(correlations[1], applied.Correlation);
        Assert.Equal(rejected, applied.Receipt is Hub.Core.Deliveries.Receipt.Negative { Error.Code: "HUB-DELIVERY-013", Business: true });
        if (rejected)
            Assert.Contains("E35", applied.Receipt.Detail, StringComparison.Ordinal);
        Assert.IsType<AcknowledgmentBody>(_bench.Answer().Body);
        Assert.Empty(_bench.Intake.Taken);
    }

    [Fact]
    public async Task Should_acknowledge_an_AppRec_for_something_unknown_and_change_nothing()
    {
        var info = MessageReader.Read(Letter().Bytes).Message!.Info;
        var answer = new ReceiptAnswer(AnsweringReceiver.Primary, "PRIM", []);
        var appRec = ReceiptWriter.Write(ReceiptFactory.Make(info, answer, AppRecVersion.V11, Guid.NewGuid(), FixedTime.At)).Bytes.ToArray();
        await _bench.TakeAsync(Seal(Envelope("APPREC", "p1@sykehus"), appRec));
        Assert.Empty(_bench.Receipts.Applied);
        Assert.IsType<AcknowledgmentBody>(_bench.Answer().Body);
    }

    // Sends a discharge letter as the engine does, and gives it to the hospital.
    private ((byte[] Document, Guid Id) Sent, IReadOnlyList<string> Correlations, OpenedMessage Opened) Send(byte[]? document = null, Guid? id = null)
    {
        var letter = document is null ? Letter(PloType.Utskrivningsrapport) : (MsgId: id!.Value, Bytes: document);
        var sealedDocument = _bench.Sender.Seal(
            new OutboundDocument("plo.utskrivningsrapport", "application/xml", letter.Bytes, letter.MsgId.ToString()),
            new SealContext(new DocumentIds(Guid.Empty, 1, 0, "larvik/sykehus"), FixedTime.At));
        Assert.True(sealedDocument.IsOk, sealedDocument.IsOk ? "" : sealedDocument.Errors[0].ToString());
        foreach (var correlation in sealedDocument.Value.Correlations)
            _bench.Receipts.Sent[correlation] = new SentBytes(new DeliveryId(1, 1), "sykehus", sealedDocument.Value.Document.Body);
        var stored = System.Text.Encoding.Latin1.GetString(sealedDocument.Value.Document.Body.Span);
        var split = stored.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var opened = IncomingMessage.Open(sealedDocument.Value.Document.Body[(split + 4)..], stored.Split("\r\n")[0]["Content-Type: ".Length..], Theirs);
        return ((letter.Bytes, letter.MsgId), sealedDocument.Value.Correlations, opened);
    }
}
