using System.Security.Cryptography.X509Certificates;
using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Signing;

/// <summary>What became of checking a signature. Trust in the certificate is another question (<c>Certificates</c>).</summary>
public abstract record SignatureVerdict
{
    private protected SignatureVerdict()
    {
    }

    /// <summary>Whether the signature is there and holds.</summary>
    public bool IsValid => this is ValidSignature;
}

/// <summary>The signature holds: these are the bytes that the owner of the certificate signed.</summary>
/// <param name="Certificate">The certificate in the signature; shared, so it must not be disposed.</param>
/// <param name="References">What was signed; a receipt carries these back.</param>
/// <param name="Notes">Tolerances that were used, each worth telling a partner.</param>
public sealed record ValidSignature(
    X509Certificate2 Certificate, IReadOnlyList<DigestReference> References, IReadOnlyList<Finding> Notes) : SignatureVerdict;

/// <summary>The signature does not hold, or is not of a form that may be trusted.</summary>
/// <param name="Reason">One of <see cref="SignatureFaults"/>.</param>
/// <param name="Rule">Rule of HITS 1172; null when none covers it.</param>
/// <param name="Text">What is wrong, for people.</param>
public sealed record InvalidSignature(string Reason, int? Rule, string Text) : SignatureVerdict
{
    /// <summary>DER of the certificate that claims to have signed, to be shown and never to be relied on; null when there is none.</summary>
    public ReadOnlyMemory<byte>? Claimed { get; init; }
}

/// <summary>There is no signature.</summary>
public sealed record NoSignature : SignatureVerdict;
