using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Reliability;

/// <summary>What to do with a received message. The kinds are closed: those in this file.</summary>
public abstract record IncomingDecision
{
    private protected IncomingDecision()
    {
    }
}

/// <summary>Hand the payload on, remember the message, and answer after that is durable.</summary>
/// <param name="Answer">The body of the answer: an Acknowledgment, or an ErrorList of warnings; null when none is wanted.</param>
public sealed record Deliver(MessageBody? Answer) : IncomingDecision;

/// <summary>It came before: do nothing but send the stored answer again, byte for byte.</summary>
/// <param name="StoredAnswer">The bytes; empty when none was wanted.</param>
public sealed record RepeatAnswer(ReadOnlyMemory<byte> StoredAnswer) : IncomingDecision;

/// <summary>Do not hand the payload on; answer with errors.</summary>
/// <param name="Answer">The errors.</param>
/// <param name="Remember">
/// Whether to remember the message with this answer. Not when its signature is in doubt or its id is taken: else anyone could spoil an
/// id before its owner uses it.
/// </param>
public sealed record Refuse(ErrorListBody Answer, bool Remember) : IncomingDecision;

/// <summary>It is no ebXML message, or has no sender to answer: answer with a SOAP Fault to the address it came from (HITS 1172).</summary>
/// <param name="Fault">The fault.</param>
public sealed record AnswerFault(SoapFault Fault) : IncomingDecision;

/// <summary>Answer at once and remember nothing: a Pong or a StatusResponse.</summary>
/// <param name="Answer">The body of the answer.</param>
public sealed record AnswerService(MessageBody Answer) : IncomingDecision;

/// <summary>A receipt or answer for one of ours: take it to <see cref="Outgoing"/>. Never answered.</summary>
/// <param name="RefToMessageId">The message it is about; null when it names none.</param>
/// <param name="Body">The Acknowledgment, ErrorList, Pong or StatusResponse.</param>
public sealed record TakeSignal(string? RefToMessageId, MessageBody Body) : IncomingDecision;

/// <summary>A receipt or answer that cannot be trusted: record why and do nothing. Never answered.</summary>
/// <param name="Findings">Why.</param>
public sealed record Drop(IReadOnlyList<Finding> Findings) : IncomingDecision;
