namespace Hub.Ebxml.Transport;

/// <summary>Stable codes of what can go wrong on the way to or from the wire.</summary>
public static class TransportCodes
{
    /// <summary>The message, or the answer to it, is larger than 10 MB.</summary>
    public const string TooLarge = "transport-too-large";

    /// <summary>The endpoint is not one this transport can use.</summary>
    public const string WrongEndpoint = "transport-wrong-endpoint";

    /// <summary>The other side, or the mail program, could not be reached.</summary>
    public const string Unreachable = "transport-unreachable";

    /// <summary>No answer in time; the message may have been taken over.</summary>
    public const string TimedOut = "transport-timed-out";

    /// <summary>The other side answered with an HTTP status that is no success.</summary>
    public const string HttpStatus = "http-status";

    /// <summary>An address, or a header, has characters that do not belong there.</summary>
    public const string BadAddress = "mail-bad-address";

    /// <summary>The body has bytes or lines that mail does not carry unchanged; encode it in base64.</summary>
    public const string NotMailSafe = "mail-not-safe";

    /// <summary>The mail program ended with a failure that passes.</summary>
    public const string MailDeferred = "mail-deferred";

    /// <summary>The mail program refused the message for good.</summary>
    public const string MailRefused = "mail-refused";

    /// <summary>The Maildir, or a file in it, cannot be read.</summary>
    public const string MaildirUnreadable = "maildir-unreadable";
}
