namespace Hub.Core.Identities;

/// <summary>Which series of made-up people a number belongs to, read from what was added to the month.</summary>
public enum SyntheticSeries
{
    /// <summary>None: it looks like a real person's number, as the published test persons of NHN also do.</summary>
    None,

    /// <summary>40 added: NAV (Dolly). The same form as a local hjelpenummer.</summary>
    Plus40,

    /// <summary>65 added: Norsk helsenett.</summary>
    Plus65,

    /// <summary>80 added: Skatteetaten (Tenor).</summary>
    Plus80,
}
