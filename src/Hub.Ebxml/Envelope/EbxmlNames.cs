namespace Hub.Ebxml.Envelope;

/// <summary>Namespaces and fixed values of ebXML Message Service 2.0 in the Norwegian profile (HIS 1037, HITS 1171).</summary>
public static class EbxmlNames
{
    /// <summary>Namespace of SOAP 1.1. SOAP 1.2 is not part of the profile.</summary>
    public const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";

    /// <summary>Namespace of the ebXML header and body extensions.</summary>
    public const string Eb = "http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd";

    /// <summary>Namespace of <c>xlink:href</c> in the manifest.</summary>
    public const string XLink = "http://www.w3.org/1999/xlink";

    /// <summary>Namespace of XML signatures.</summary>
    public const string Ds = "http://www.w3.org/2000/09/xmldsig#";

    /// <summary>Service of every message that an MSH answers itself: acknowledgment, error, ping, status.</summary>
    public const string MshService = "urn:oasis:names:tc:ebxml-msg:service";

    /// <summary>Actor of header blocks meant for the receiving party's MSH.</summary>
    public const string ToPartyMsh = "urn:oasis:names:tc:ebxml-msg:actor:toPartyMSH";

    /// <summary>Actor of header blocks meant for the next MSH; such blocks are outside the signature.</summary>
    public const string NextMsh = "urn:oasis:names:tc:ebxml-msg:actor:nextMSH";

    /// <summary>SOAP's own name for the next actor; <c>SyncReply</c> carries it and is outside the signature.</summary>
    public const string NextActor = "http://schemas.xmlsoap.org/soap/actor/next";

    /// <summary>Default context of the ebXML error codes.</summary>
    public const string ErrorContext = "urn:oasis:names:tc:ebxml-msg:service:errors";
}
