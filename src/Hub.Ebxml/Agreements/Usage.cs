namespace Hub.Ebxml.Agreements;

/// <summary>When a messaging characteristic applies (CPPA 2.0, perMessageCharacteristics.type).</summary>
public enum Usage
{
    /// <summary>The sender says so in each message. The default of the schema.</summary>
    PerMessage,

    /// <summary>In every message.</summary>
    Always,

    /// <summary>In no message.</summary>
    Never,
}
