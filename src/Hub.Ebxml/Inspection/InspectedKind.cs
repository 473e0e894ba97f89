namespace Hub.Ebxml.Inspection;

/// <summary>What an inspected file turned out to be.</summary>
public enum InspectedKind
{
    /// <summary>Neither of the others.</summary>
    Unknown,

    /// <summary>A whole mail.</summary>
    Mail,

    /// <summary>A MIME body, with or without a few headers.</summary>
    MimeBody,

    /// <summary>A bare SOAP envelope.</summary>
    Soap,

    /// <summary>A business document without an envelope, as MsgHead or AppRec.</summary>
    Document,
}
