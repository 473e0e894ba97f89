using System.Security.Cryptography.X509Certificates;

namespace Hub.Ebxml.Certificates;

/// <summary>Decides whether a certificate may be relied on, from what it is given and nothing else.</summary>
/// <param name="Trust">Whom to believe; null leaves the chain unchecked, for partners pinned to their certificate.</param>
/// <param name="Revocation">Finds the revocation list of an issuer by the DER of its name; null leaves revocation unchecked.</param>
/// <param name="Grace">How long a revocation list is used after its next update was due. Default none.</param>
public sealed record CertificateCheck(
    CertificateTrust? Trust, Func<ReadOnlyMemory<byte>, RevocationList?>? Revocation, TimeSpan Grace = default)
{
    /// <summary>Decides.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="purpose">What it is used for.</param>
    /// <param name="at">The message's own time: the certificate must have been valid then (rules 104 and 105).</param>
    /// <param name="now">The time of the check, by which a revocation list is fresh or stale.</param>
    /// <param name="registered">The certificates the partner is registered with; null when the partner is not pinned.</param>
    public CertificateVerdict Decide(
        X509Certificate2 certificate, CertificatePurpose purpose, DateTimeOffset at, DateTimeOffset now, IReadOnlyList<X509Certificate2>? registered = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        if (registered is not null && !registered.Any(r => r.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span)))
            return new CertificateRefused(CertificateFaults.NotThePartners, "The certificate is not the one the partner is registered with.");
        if (!HasPurpose(certificate, purpose))
            return new CertificateRefused(CertificateFaults.WrongPurpose, $"The key usage of the certificate is not for {purpose}.");
        if (at < certificate.NotBefore)
            return new CertificateRefused(CertificateFaults.NotYetValid, "The certificate was not yet valid.");
        if (at > certificate.NotAfter)
            return new CertificateRefused(CertificateFaults.Expired, "The certificate had expired.");
        if (Trust is null)
            return Revocation is null ? new CertificateAccepted() : Revoked(certificate, null, now);
        using var chain = Chain(Trust, at);
        if (!chain.Build(certificate))
            return new CertificateRefused(CertificateFaults.Untrusted, "The certificate does not lead to a trusted root.");
        return Revocation is null ? new CertificateAccepted() : RevokedInChain(chain, now);
    }

    private static bool HasPurpose(X509Certificate2 certificate, CertificatePurpose purpose)
    {
        var wanted = purpose == CertificatePurpose.Signing ? X509KeyUsageFlags.NonRepudiation : X509KeyUsageFlags.KeyEncipherment;
        return certificate.Extensions.OfType<X509KeyUsageExtension>().Any(e => e.KeyUsages.HasFlag(wanted));
    }

    private static X509Chain Chain(CertificateTrust trust, DateTimeOffset at)
    {
        var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        chain.ChainPolicy.CustomTrustStore.AddRange(trust.Roots.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(trust.Intermediates.ToArray());
        return chain;
    }

    /// <summary>The certificate itself needs a fresh list; of those above it, which are few and watched, a list is used when there is one.</summary>
    private CertificateVerdict RevokedInChain(X509Chain chain, DateTimeOffset now)
    {
        for (var i = 1; i + 1 < chain.ChainElements.Count; i++)
        {
            if (Revoked(chain.ChainElements[i].Certificate, chain.ChainElements[i + 1].Certificate, now) is CertificateRefused refused)
                return refused;
        }

        var issuer = chain.ChainElements.Count > 1 ? chain.ChainElements[1].Certificate : chain.ChainElements[0].Certificate;
        return Revoked(chain.ChainElements[0].Certificate, issuer, now);
    }

    /// <summary>The date of a revocation is not looked at: whoever stole the key also writes the time of the message.</summary>
    private CertificateVerdict Revoked(X509Certificate2 certificate, X509Certificate2? issuer, DateTimeOffset now)
    {
        var list = Revocation!(certificate.IssuerName.RawData);
        if (list is null || (issuer is not null && !list.IsSignedBy(issuer)))
            return new CertificateUndecided(CertificateFaults.RevocationUnknown, "There is no revocation list of the certificate's issuer.");
        if (list.Contains(certificate))
            return new CertificateRefused(CertificateFaults.Revoked, "The certificate has been revoked.");
        return now > list.NextUpdate + Grace
            ? new CertificateUndecided(CertificateFaults.RevocationUnknown, "The revocation list of the certificate's issuer is out of date.")
            : new CertificateAccepted();
    }
}
