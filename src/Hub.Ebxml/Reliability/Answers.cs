using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Reliability;

/// <summary>Makes the answers of a message service handler: parties swapped, agreement and conversation kept.</summary>
public static class Answers
{
    /// <summary>The answer with a given body. An Acknowledgment has no RefToMessageId in its header (HITS 1172 rule 109), all others have.</summary>
    /// <param name="header">The header of the message that is answered.</param>
    /// <param name="body">The body of the answer.</param>
    /// <param name="messageId">The answer's own id.</param>
    /// <param name="now">When it is made.</param>
    /// <returns>The answer, to be signed and sent to the sender.</returns>
    /// <exception cref="ArgumentException">The body is no answer.</exception>
    public static EbxmlMessage To(MessageHeader header, MessageBody body, string messageId, DateTimeOffset now)
    {
        var action = body switch
        {
            AcknowledgmentBody => SignalActions.Acknowledgment,
            ErrorListBody => SignalActions.MessageError,
            PongBody => SignalActions.Pong,
            StatusResponseBody => SignalActions.StatusResponse,
            _ => throw new ArgumentException("Only signals answer.", nameof(body)),
        };
        return new(header.AnswerHeader(action, messageId, now, withReference: body is not AcknowledgmentBody), body);
    }
}
