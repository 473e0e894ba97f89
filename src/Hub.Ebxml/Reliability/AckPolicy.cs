namespace Hub.Ebxml.Reliability;

/// <summary>Which references an Acknowledgment may lack (HITS 1172 rules 116 and 117 want all; receivers in use leave out the attachments).</summary>
public enum MissingReferences
{
    /// <summary>Every reference must be there.</summary>
    Refuse,

    /// <summary>The reference to the envelope must be there, those to attachments may be missing. The default.</summary>
    TolerateAttachments,

    /// <summary>All may be missing: the receipt then proves nothing and only ends the resending.</summary>
    TolerateAll,
}

/// <summary>How strictly Acknowledgments are judged.</summary>
/// <param name="Missing">Which references may be missing. A digest that differs is never tolerated.</param>
public sealed record AckPolicy(MissingReferences Missing = MissingReferences.TolerateAttachments);
