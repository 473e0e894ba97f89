using Hub.Ebxml.Transport;

namespace Hub.Simulators.Messaging;

/// <summary>A forgery that was sent.</summary>
/// <param name="Kind">Which.</param>
/// <param name="MessageId">eb:MessageId it claims; errors about it name this.</param>
/// <param name="Outcome">What the transport said; a synchronous answer is in it.</param>
public sealed record ForgedMessage(Forgery Kind, string MessageId, TransportOutcome Outcome);
