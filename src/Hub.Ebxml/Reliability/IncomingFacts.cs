using Hub.Ebxml.Agreements;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Signing;

namespace Hub.Ebxml.Reliability;

/// <summary>Everything that is known of a received message when it is decided what to do with it: parsed, verified, decrypted, held against its agreement.</summary>
public sealed record IncomingFacts
{
    /// <summary>The message; null when it could not be read as SOAP with an ebXML header.</summary>
    public EbxmlMessage? Message { get; init; }

    /// <summary>The references of its signature; empty unless it holds.</summary>
    public IReadOnlyList<DigestReference> Digests { get; init; } = [];

    /// <summary>Everything that was found on the way.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What the agreement says of Acknowledgments; <see cref="Usage.Never"/> on synchronous channels.</summary>
    public Usage AckRequested { get; init; } = Usage.Always;

    /// <summary>The facts of an opened message: what MIME, envelope, signature and payloads gave. Signals must be signed too.</summary>
    /// <param name="opened">The message.</param>
    /// <param name="further">What else was found: certificate, agreement, address.</param>
    /// <param name="ackRequested">What the agreement says of Acknowledgments.</param>
    /// <returns>The facts; the digests only when the signature holds.</returns>
    public static IncomingFacts Of(OpenedMessage opened, IEnumerable<Finding> further, Usage ackRequested = Usage.Always)
    {
        var findings = new List<Finding>(opened.Received.Mime.Findings);
        findings.AddRange(opened.Received.Document?.Findings ?? []);
        findings.AddRange(opened.Signature switch
        {
            ValidSignature valid => valid.Notes,
            InvalidSignature invalid => [Insecure(invalid.Rule, "//ds:Signature", invalid.Text)],
            _ => [Insecure(45, "//ds:Signature", "The message is not signed.")],
        });
        findings.AddRange(opened.Payloads.Where(p => p.Fault is not null)
            .Select(p => Insecure(null, ContentIds.ToUri(p.Attachment.ContentId), p.Fault!.Text)));
        findings.AddRange(further);
        return new()
        {
            Message = opened.Message,
            Digests = (opened.Signature as ValidSignature)?.References ?? [],
            Findings = findings,
            AckRequested = ackRequested,
        };
    }

    private static Finding Insecure(int? rule, string path, string text) => new(rule, FindingSeverity.Error, ErrorCodes.SecurityFailure, path, text);
}

/// <summary>The optional services a handler gives (HIS 1037: by agreement).</summary>
/// <param name="AnswersPing">Whether a Ping is answered. Default yes.</param>
/// <param name="AnswersStatus">Whether a StatusRequest is answered. Default yes.</param>
public sealed record IncomingPolicy(bool AnswersPing = true, bool AnswersStatus = true);
