namespace Hub.Ebxml.Signing;

/// <summary>How the digests of a receipt compare with those of the message sent.</summary>
public enum DigestComparison
{
    /// <summary>Every digest is there and equal: the receiver has the very bytes that were sent.</summary>
    Equal,

    /// <summary>What is named is equal, but not every part is named (rule 117 broken; occurs in the wild).</summary>
    Partial,

    /// <summary>The receipt names no digest: a receipt, but no proof.</summary>
    Absent,

    /// <summary>A digest differs, or one is named that was never sent.</summary>
    Different,
}
