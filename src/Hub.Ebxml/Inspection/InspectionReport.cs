using System.Security.Cryptography.X509Certificates;
using Hub.Ebxml.Certificates;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Signing;

namespace Hub.Ebxml.Inspection;

/// <summary>What is known about a file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Signature">The verdict on its signature.</param>
/// <param name="Findings">Everything found, errors first.</param>
/// <param name="Message">The message; null when there is none.</param>
/// <param name="Attachments">What is attached, opened where a key was given.</param>
public sealed record InspectionReport(
    InspectedKind Kind, SignatureVerdict Signature, IReadOnlyList<Finding> Findings, EbxmlMessage? Message, IReadOnlyList<InspectedAttachment> Attachments)
{
    /// <summary>One line: <c>signature: valid</c>, <c>signature: invalid: reason</c> or <c>signature: none</c>.</summary>
    public string SignatureLine => Signature switch
    {
        ValidSignature => "signature: valid",
        InvalidSignature invalid => $"signature: invalid: {invalid.Reason}",
        _ => "signature: none",
    };

    /// <summary>The certificate of a valid signature; null otherwise.</summary>
    public X509Certificate2? Certificate => (Signature as ValidSignature)?.Certificate;

    /// <summary>The same, for people.</summary>
    public CertificateSummary? CertificateSummary => Certificate is { } certificate ? Certificates.CertificateSummary.Of(certificate) : null;
}
