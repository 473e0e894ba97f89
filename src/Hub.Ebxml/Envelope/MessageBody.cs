namespace Hub.Ebxml.Envelope;

/// <summary>What a message carries beside its header. The kinds are closed: the seven of this folder.</summary>
public abstract record MessageBody
{
    private protected MessageBody()
    {
    }

    /// <summary>Whether the message is one an MSH makes itself and must never be acknowledged.</summary>
    public bool IsSignal => this is not PayloadBody;
}
