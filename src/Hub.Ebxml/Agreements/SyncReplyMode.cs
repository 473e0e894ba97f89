namespace Hub.Ebxml.Agreements;

/// <summary>What comes back in the same HTTP exchange (CPPA 2.0, syncReplyMode).</summary>
public enum SyncReplyMode
{
    /// <summary>Nothing: answers are messages of their own. The default.</summary>
    None,

    /// <summary>Signals of the message service only.</summary>
    MshSignalsOnly,

    /// <summary>Signals of the business level only.</summary>
    SignalsOnly,

    /// <summary>The business answer only.</summary>
    ResponseOnly,

    /// <summary>Signals and business answer.</summary>
    SignalsAndResponse,
}
