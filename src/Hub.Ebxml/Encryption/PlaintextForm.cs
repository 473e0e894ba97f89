namespace Hub.Ebxml.Encryption;

/// <summary>What a payload looks like inside its encryption. The standards leave it open, so it is set per partner when sending.</summary>
public enum PlaintextForm
{
    /// <summary>A MIME part with headers, as S/MIME and HITS 1172 have it.</summary>
    Mime,

    /// <summary>The bytes of the document alone, as NAV has it.</summary>
    Raw,
}
