using Hub.Ebxml.Agreements;
using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Reliability;

/// <summary>Everything that is known of a received message when it is decided what to do with it: parsed, verified, decrypted, held against its agreement.</summary>
public sealed record IncomingMessage
{
    /// <summary>The message; null when it could not be read as SOAP with an ebXML header.</summary>
    public EbxmlMessage? Message { get; init; }

    /// <summary>The references of its signature; empty without one.</summary>
    public IReadOnlyList<DigestReference> Digests { get; init; } = [];

    /// <summary>Everything that was found on the way.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What the agreement says of Acknowledgments; <see cref="Usage.Never"/> on synchronous channels.</summary>
    public Usage AckRequested { get; init; } = Usage.Always;
}

/// <summary>The optional services a handler gives (HIS 1037: by agreement).</summary>
/// <param name="AnswersPing">Whether a Ping is answered. Default yes.</param>
/// <param name="AnswersStatus">Whether a StatusRequest is answered. Default yes.</param>
public sealed record IncomingPolicy(bool AnswersPing = true, bool AnswersStatus = true);
