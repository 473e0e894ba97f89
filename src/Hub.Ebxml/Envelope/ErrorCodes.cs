namespace Hub.Ebxml.Envelope;

/// <summary>The error codes of ebXML MS 2.0 (4.2.3.4).</summary>
public static class ErrorCodes
{
    /// <summary>An element or attribute has a value that is not known: agreement, HER-id, service.</summary>
    public const string ValueNotRecognized = "ValueNotRecognized";

    /// <summary>A feature is not supported.</summary>
    public const string NotSupported = "NotSupported";

    /// <summary>A value does not fit with another value or with the agreement.</summary>
    public const string Inconsistent = "Inconsistent";

    /// <summary>Another fault in the XML.</summary>
    public const string OtherXml = "OtherXml";

    /// <summary>The message could not be delivered.</summary>
    public const string DeliveryFailure = "DeliveryFailure";

    /// <summary>The message came after its time to live.</summary>
    public const string TimeToLiveExpired = "TimeToLiveExpired";

    /// <summary>Signature, certificate or decryption failed.</summary>
    public const string SecurityFailure = "SecurityFailure";

    /// <summary>The MIME structure is broken or an attachment is missing.</summary>
    public const string MimeProblem = "MimeProblem";

    /// <summary>None of the others.</summary>
    public const string Unknown = "Unknown";
}
