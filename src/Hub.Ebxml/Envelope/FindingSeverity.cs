namespace Hub.Ebxml.Envelope;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Seen and tolerated without a word to the sender.</summary>
    Note,

    /// <summary>The message is processed, and the sender should be told.</summary>
    Warning,

    /// <summary>The message cannot be processed.</summary>
    Error,
}
