namespace Hub.Ebxml.Envelope;

/// <summary>How bad an ebXML error is.</summary>
public enum ErrorSeverity
{
    /// <summary>The message counts as received.</summary>
    Warning,

    /// <summary>The message counts as not delivered.</summary>
    Error,
}
