namespace Hub.Simulators.Dignio;

/// <summary>What goes wrong when a <see cref="DignioServer"/> is asked.</summary>
public enum LookupFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It answers 503.</summary>
    Unavailable,

    /// <summary>It answers 401.</summary>
    Unauthorized,

    /// <summary>It does not answer before the asker gives up.</summary>
    Silent,

    /// <summary>The answer ends in the middle.</summary>
    Truncated,

    /// <summary>The answer is a page for people.</summary>
    Page,

    /// <summary>The answer is about somebody else.</summary>
    OtherPatient,

    /// <summary>One event in the answer cannot be understood.</summary>
    OneBadEvent,
}
