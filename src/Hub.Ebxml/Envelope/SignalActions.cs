namespace Hub.Ebxml.Envelope;

/// <summary>Actions of the MSH's own service (ebXML MS 2.0; spelling as in the schema).</summary>
public static class SignalActions
{
    /// <summary>Receipt of a message.</summary>
    public const string Acknowledgment = "Acknowledgment";

    /// <summary>Error or warning about a message (HIS 1037 errata: also for warnings).</summary>
    public const string MessageError = "MessageError";

    /// <summary>Question whether the other MSH is there.</summary>
    public const string Ping = "Ping";

    /// <summary>Answer to <see cref="Ping"/>.</summary>
    public const string Pong = "Pong";

    /// <summary>Question about the state of an earlier message.</summary>
    public const string StatusRequest = "StatusRequest";

    /// <summary>Answer to <see cref="StatusRequest"/>.</summary>
    public const string StatusResponse = "StatusResponse";
}
