using System.Xml.Linq;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Reliability;
using Hub.Ebxml.Signing;
using Xunit;

namespace Hub.UnitTests.Ebxml.Reliability;

public class IncomingTests
{
    private static readonly DateTimeOffset Now = Exchange.Start.AddHours(1);
    private static readonly Finding BadSignature = new(50, FindingSeverity.Error, ErrorCodes.SecurityFailure, "ds:Signature", "The signature does not verify.");

    [Fact]
    public void Should_deliver_a_new_message_and_acknowledge_it_with_its_own_references()
    {
        var decision = Assert.IsType<Deliver>(Decide(Exchange.Incoming()));
        Assert.Equal(new AcknowledgmentBody(Now, "m", Exchange.Digests("1")), decision.Answer);
    }

    [Fact]
    public void Should_answer_a_duplicate_with_the_stored_answer()
    {
        var repeat = Assert.IsType<RepeatAnswer>(Decide(Exchange.Incoming(), Exchange.Received()));
        Assert.Equal(new byte[] { 1, 2, 3 }, repeat.StoredAnswer.ToArray());
        // The same bytes again are a duplicate even when their time is over or a certificate has run out meanwhile.
        Assert.IsType<RepeatAnswer>(Decide(Exchange.Incoming(ttl: Now.AddMinutes(-1)) with { Findings = [BadSignature] }, Exchange.Received()));
    }

    [Fact]
    public void Should_refuse_a_false_duplicate_and_keep_the_first_ones_answer()
    {
        var refused = Assert.IsType<Refuse>(Decide(Exchange.Incoming(content: "2"), Exchange.Received()));
        Assert.False(refused.Remember);
        Assert.Equal((ErrorSeverity.Error, ErrorCodes.Inconsistent), (refused.Answer.HighestSeverity, refused.Answer.Errors[0].Code));
        Assert.IsType<Refuse>(Decide(Exchange.Incoming() with { Digests = [] }, Exchange.Received() with { Digests = [] }));
    }

    [Fact]
    public void Should_refuse_what_came_after_its_time()
    {
        var refused = Assert.IsType<Refuse>(Decide(Exchange.Incoming(ttl: Now.AddSeconds(-1))));
        Assert.Equal((ErrorCodes.TimeToLiveExpired, true), (refused.Answer.Errors[0].Code, refused.Remember));
        Assert.IsType<Deliver>(Decide(Exchange.Incoming(ttl: Now)));
    }

    [Fact]
    public void Should_not_let_an_untrusted_message_occupy_its_id()
    {
        var refused = Assert.IsType<Refuse>(Decide(Exchange.Incoming() with { Findings = [BadSignature] }));
        Assert.Equal((ErrorCodes.SecurityFailure, false), (refused.Answer.Errors[0].Code, refused.Remember));
    }

    [Theory]
    [InlineData(ErrorCodes.ValueNotRecognized)]
    [InlineData(ErrorCodes.Inconsistent)]
    [InlineData(ErrorCodes.MimeProblem)]
    [InlineData(ErrorCodes.NotSupported)]
    [InlineData(ErrorCodes.OtherXml)]
    [InlineData(ErrorCodes.Unknown)]
    public void Should_answer_each_failure_with_its_own_code(string code)
    {
        var note = new Finding(1, FindingSeverity.Note, ErrorCodes.OtherXml, "x", "Only a note.");
        var refused = Assert.IsType<Refuse>(Decide(Exchange.Incoming() with { Findings = [note, new(2, FindingSeverity.Error, code, "cid:a", "No.")] }));
        Assert.Equal(new MessageError(code, ErrorSeverity.Error, "cid:a", "No."), Assert.Single(refused.Answer.Errors));
        Assert.True(refused.Remember);
    }

    [Fact]
    public void Should_deliver_with_a_warning_when_no_acknowledgment_was_asked_for()
    {
        var unasked = Exchange.Incoming() with { Message = Exchange.Message("m", ack: null) };
        var answer = Assert.IsType<ErrorListBody>(Assert.IsType<Deliver>(Decide(unasked)).Answer);
        Assert.Equal(ErrorSeverity.Warning, answer.HighestSeverity);
        Assert.Null(Assert.IsType<Deliver>(Decide(unasked with { AckRequested = Usage.Never })).Answer);
    }

    [Fact]
    public void Should_answer_a_fault_when_there_is_nobody_to_answer()
    {
        var fault = Assert.IsType<AnswerFault>(Decide(new())).Fault;
        Assert.Equal("SOAP:Client", XDocument.Load(new MemoryStream(fault.ToBytes())).Descendants("faultcode").Single().Value);
        var nobody = Exchange.Incoming();
        nobody = nobody with { Message = nobody.Message! with { Header = nobody.Message!.Header with { From = new([new PartyId("orgnummer", "983974724")], null) } } };
        Assert.IsType<AnswerFault>(Decide(nobody));
    }

    [Fact]
    public void Should_never_answer_a_signal_whatever_is_wrong_with_it()
    {
        MessageBody[] signals =
        [
            new AcknowledgmentBody(Now, "x", []),
            new ErrorListBody(ErrorSeverity.Error, [new(ErrorCodes.Unknown, ErrorSeverity.Error)]),
            new PongBody(),
            new StatusResponseBody("x", MessageStatus.Received, null),
        ];
        foreach (var body in signals)
        {
            var signal = Exchange.Incoming(body);
            Assert.Equal(body, Assert.IsType<TakeSignal>(Decide(signal)).Body);
            Assert.IsType<Drop>(Decide(signal with { Findings = [BadSignature] }));
            var nobody = signal.Message! with { Header = signal.Message!.Header with { From = new([], null) } };
            Assert.IsType<Drop>(Decide(signal with { Message = nobody }));
        }
    }

    [Fact]
    public void Should_match_an_acknowledgment_by_its_own_reference()
    {
        var signal = Exchange.Incoming(new AcknowledgmentBody(Now, "mine", []));
        signal = signal with { Message = signal.Message! with { Header = signal.Message!.Header with { RefToMessageId = "other" } } };
        Assert.Equal("mine", Assert.IsType<TakeSignal>(Decide(signal)).RefToMessageId);
    }

    [Fact]
    public void Should_answer_the_optional_services_only_when_they_are_given()
    {
        Assert.IsType<PongBody>(Assert.IsType<AnswerService>(Decide(Exchange.Incoming(new PingBody()))).Answer);
        var ask = Exchange.Incoming(new StatusRequestBody("m"));
        Assert.Equal(new ReceivedKey(Exchange.Sender, "m"), Incoming.KeyOf(ask.Message!));
        var known = Assert.IsType<StatusResponseBody>(Assert.IsType<AnswerService>(Decide(ask, Exchange.Received())).Answer);
        Assert.Equal((MessageStatus.Processed, Exchange.Start), (known.Status, known.Timestamp!.Value));
        Assert.Equal(MessageStatus.NotRecognized, Assert.IsType<StatusResponseBody>(Assert.IsType<AnswerService>(Decide(ask)).Answer).Status);
        var refused = Assert.IsType<Refuse>(Incoming.Decide(Exchange.Incoming(new PingBody()), null, new(AnswersPing: false), Now));
        Assert.Equal(ErrorCodes.NotSupported, refused.Answer.Errors[0].Code);
    }

    [Fact]
    public void Should_write_answers_by_the_rules_of_their_headers()
    {
        var header = Exchange.Message("m", new AckRequested()).Header;
        var ack = Answers.To(header, new AcknowledgmentBody(Now, "m", []), "new", Now).Header;
        Assert.Equal((Exchange.Receiver, Exchange.Sender, header.CpaId, header.ConversationId), (ack.From.Her!.Value, ack.To.Her!.Value, ack.CpaId, ack.ConversationId));
        Assert.Equal((SignalActions.Acknowledgment, null, null, false, "new"), (ack.Action, ack.RefToMessageId, ack.From.Role, ack.DuplicateElimination, ack.MessageId));
        var error = Answers.To(header, new ErrorListBody(ErrorSeverity.Warning, []), "new", Now).Header;
        Assert.Equal((SignalActions.MessageError, "m", ServiceName.Msh), (error.Action, error.RefToMessageId, error.Service));
        Assert.Throws<ArgumentException>(() => Answers.To(header, new PingBody(), "new", Now));
    }

    [Theory]
    [InlineData("not soap at all")]
    [InlineData("<x/>")]
    public void Should_decide_on_whatever_was_opened(string bytes)
    {
        var opened = new OpenedMessage(IncomingMessage.Read(System.Text.Encoding.UTF8.GetBytes(bytes)), new NoSignature(), []);
        var facts = IncomingFacts.Of(opened, [new(110, FindingSeverity.Error, ErrorCodes.ValueNotRecognized, "//eb:CPAId", "Unknown.")]);
        Assert.IsType<AnswerFault>(Decide(facts));
        Assert.Contains(facts.Findings, f => f.Rule == 45);
        Assert.Contains(facts.Findings, f => f.Rule == 110);
        Assert.Empty(facts.Digests);
    }

    private static IncomingDecision Decide(IncomingFacts incoming, RememberedMessage? earlier = null) => Incoming.Decide(incoming, earlier, new(), Now);
}
