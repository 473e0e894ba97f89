using Hub.Ebxml.Agreements;
using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Reliability;

/// <summary>Decides what becomes of a received message. Pure: the same facts give the same decision.</summary>
public static class Incoming
{
    /// <summary>The earlier message to look up before <see cref="Decide"/>: the message itself, or for a StatusRequest the one it asks about.</summary>
    /// <param name="message">The message.</param>
    /// <returns>Its key; null when there is nothing to look up.</returns>
    public static ReceivedKey? KeyOf(EbxmlMessage message) => (message.Header.From.Her, message.Body) switch
    {
        (null, _) => null,
        ({ } her, StatusRequestBody status) => new(her, status.RefToMessageId),
        ({ } her, PayloadBody) => new(her, message.Header.MessageId),
        _ => null,
    };

    /// <summary>Decides.</summary>
    /// <param name="incoming">The message and all that was found out about it.</param>
    /// <param name="earlier">What <see cref="IExchangeRecord.FindReceivedAsync"/> has under <see cref="KeyOf"/>; null for nothing.</param>
    /// <param name="policy">Which optional services are given.</param>
    /// <param name="now">The time.</param>
    /// <returns>What to do.</returns>
    public static IncomingDecision Decide(IncomingFacts incoming, RememberedMessage? earlier, IncomingPolicy policy, DateTimeOffset now)
    {
        if (incoming.Message is not { } message)
            return new AnswerFault(new("Client", "The message is not a SOAP envelope with an ebXML header."));
        // An answer to an Ack or Error would go round for ever, so these come before everything that answers.
        if (message.Body is AcknowledgmentBody or ErrorListBody or PongBody or StatusResponseBody)
            return Signal(message, incoming.Findings);
        if (message.Header.From.Her is null)
            return new AnswerFault(new("Client", "The message has no HER-id of its sender."));
        return message.Body switch
        {
            PayloadBody payload => Payload(message.Header, payload, incoming, earlier, now),
            PingBody => Service(incoming, policy.AnswersPing, new PongBody()),
            StatusRequestBody status => Service(incoming, policy.AnswersStatus, Status(status, earlier)),
            _ => new Drop(incoming.Findings),
        };
    }

    private static IncomingDecision Payload(
        MessageHeader header, PayloadBody payload, IncomingFacts incoming, RememberedMessage? earlier, DateTimeOffset now)
    {
        var untrusted = incoming.Findings.Any(f => f is { Severity: FindingSeverity.Error, ErrorCode: ErrorCodes.SecurityFailure });
        if (earlier is not null && earlier.Digests.Count > 0 && DigestComparison.Of(earlier.Digests, incoming.Digests).AreEqual)
            return new RepeatAnswer(earlier.Answer);
        if (incoming.Findings.Any(f => f.Severity == FindingSeverity.Error))
            return new Refuse(List(incoming.Findings), Remember: !untrusted && earlier is null);
        if (earlier is not null)
        {
            return new Refuse(
                One(ErrorCodes.Inconsistent, ErrorSeverity.Error, "//eb:MessageHeader/eb:MessageData/eb:MessageId", "The MessageId was used before for another message."),
                Remember: false);
        }
        if (header.TimeToLive < now)
        {
            return new Refuse(
                One(ErrorCodes.TimeToLiveExpired, ErrorSeverity.Error, "//eb:MessageHeader/eb:MessageData/eb:TimeToLive", "The message came after its time to live."),
                Remember: true);
        }
        return new Deliver(Answer(header, payload, incoming, now));
    }

    private static MessageBody? Answer(MessageHeader header, PayloadBody payload, IncomingFacts incoming, DateTimeOffset now)
    {
        var warnings = incoming.Findings.Where(f => f.Severity == FindingSeverity.Warning).ToList();
        var unasked = payload.AckRequested is null;
        if (unasked && incoming.AckRequested == Usage.Never)
            return warnings.Count == 0 ? null : List(warnings);
        if (unasked && !warnings.Any(w => w.Path.Contains("AckRequested", StringComparison.Ordinal)))
            warnings.Add(new(75, FindingSeverity.Warning, ErrorCodes.Inconsistent, "//SOAP:Header/eb:AckRequested", "AckRequested is missing."));
        return warnings.Count == 0 ? new AcknowledgmentBody(now, header.MessageId, incoming.Digests) : List(warnings);
    }

    private static IncomingDecision Signal(EbxmlMessage message, IReadOnlyList<Finding> findings)
    {
        if (message.Header.From.Her is null || findings.Any(f => f.Severity == FindingSeverity.Error))
            return new Drop(findings);
        var about = message.Body switch
        {
            AcknowledgmentBody acknowledgment => acknowledgment.RefToMessageId,
            StatusResponseBody status => status.RefToMessageId,
            _ => message.Header.RefToMessageId,
        };
        return new TakeSignal(about, message.Body);
    }

    private static IncomingDecision Service(IncomingFacts incoming, bool given, MessageBody answer)
    {
        if (incoming.Findings.Any(f => f.Severity == FindingSeverity.Error))
            return new Refuse(List(incoming.Findings), Remember: false);
        return given
            ? new AnswerService(answer)
            : new Refuse(One(ErrorCodes.NotSupported, ErrorSeverity.Error, "//eb:MessageHeader/eb:Action", "The service is not agreed on."), Remember: false);
    }

    // The look-up is by asker and id, so that nobody learns of messages that are not their own.
    private static StatusResponseBody Status(StatusRequestBody asked, RememberedMessage? earlier) => earlier is null
        ? new(asked.RefToMessageId, MessageStatus.NotRecognized, null)
        : new(asked.RefToMessageId, earlier.Delivered ? MessageStatus.Processed : MessageStatus.Received, earlier.ReceivedAt);

    private static ErrorListBody One(string code, ErrorSeverity severity, string location, string text) =>
        new(severity, [new(code, severity, location, text)]);

    private static ErrorListBody List(IReadOnlyList<Finding> findings)
    {
        var errors = findings.Where(f => f.Severity != FindingSeverity.Note)
            .Select(f => new MessageError(
                f.ErrorCode, f.Severity == FindingSeverity.Error ? ErrorSeverity.Error : ErrorSeverity.Warning, f.Path.Length == 0 ? null : f.Path, f.Text))
            .ToList();
        return new(errors.Any(e => e.Severity == ErrorSeverity.Error) ? ErrorSeverity.Error : ErrorSeverity.Warning, errors);
    }
}
