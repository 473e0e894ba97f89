namespace Hub.Ebxml.Envelope;

/// <summary>Values of <c>eb:messageStatus</c>; names are the written values.</summary>
public enum MessageStatus
{
    /// <summary>The asker may not know.</summary>
    UnAuthorized,

    /// <summary>No such message.</summary>
    NotRecognized,

    /// <summary>Received by the MSH.</summary>
    Received,

    /// <summary>Handed to the application.</summary>
    Processed,

    /// <summary>Sent on to another MSH.</summary>
    Forwarded,
}
