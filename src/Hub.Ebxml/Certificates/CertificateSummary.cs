using System.Security.Cryptography.X509Certificates;

namespace Hub.Ebxml.Certificates;

/// <summary>What people want to see of an enterprise certificate.</summary>
/// <param name="Subject">Whom it was issued to.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="SerialNumber">Serial number in hexadecimal.</param>
/// <param name="NotBefore">Start of validity.</param>
/// <param name="NotAfter">End of validity.</param>
/// <param name="Thumbprint">SHA-1 thumbprint as the address register gives it.</param>
/// <param name="KeyUsages">Key usages; empty when it names none.</param>
/// <param name="KeyBits">Size of the RSA key in bits; null for other keys.</param>
public sealed record CertificateSummary(
    string Subject, string Issuer, string SerialNumber, DateTimeOffset NotBefore, DateTimeOffset NotAfter, string Thumbprint, string KeyUsages, int? KeyBits)
{
    /// <summary>The summary of a certificate.</summary>
    /// <param name="certificate">The certificate.</param>
    public static CertificateSummary Of(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        using var key = certificate.GetRSAPublicKey();
        return new CertificateSummary(
            certificate.Subject, certificate.Issuer, certificate.SerialNumber, certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime(),
            certificate.Thumbprint, certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages.ToString() ?? "", key?.KeySize);
    }
}
