namespace Hub.Ebxml.Transport;

/// <summary>What a transport says of a hand-over. The kinds are closed: those in this file.</summary>
public abstract record TransportOutcome
{
    private protected TransportOutcome()
    {
    }
}

/// <summary>The other side, or the mail system, has the message. This is no receipt.</summary>
/// <param name="Answer">What came back in the same exchange; null when nothing did.</param>
public sealed record TakenOver(WireMessage? Answer = null) : TransportOutcome;

/// <summary>The message was not taken over, or it is not known.</summary>
/// <param name="Reason">Why, and whether trying again can help.</param>
/// <param name="Answer">What came back all the same, such as a SOAP Fault; null when nothing did.</param>
public sealed record NotTaken(Failure Reason, WireMessage? Answer = null) : TransportOutcome;
