namespace Hub.Ebxml.Certificates;

/// <summary>Whether a certificate may be relied on.</summary>
public abstract record CertificateVerdict
{
    private protected CertificateVerdict()
    {
    }
}

/// <summary>It may.</summary>
public sealed record CertificateAccepted : CertificateVerdict;

/// <summary>It may not, and asking again will not help.</summary>
/// <param name="Reason">One of <see cref="CertificateFaults"/>.</param>
/// <param name="Text">What is wrong, for people.</param>
public sealed record CertificateRefused(string Reason, string Text) : CertificateVerdict;

/// <summary>It cannot be told now: ask again when there is a fresh revocation list.</summary>
/// <param name="Reason">One of <see cref="CertificateFaults"/>.</param>
/// <param name="Text">What is missing, for people.</param>
public sealed record CertificateUndecided(string Reason, string Text) : CertificateVerdict;
