using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Host.Security.Tls;

/// <summary>A certificate that the hub shows its callers.</summary>
internal sealed class ServerCertificate
{
    /// <param name="own">The certificate with its private key.</param>
    /// <param name="issuers">Those of its issuers that callers may lack, in order.</param>
    public ServerCertificate(X509Certificate2 own, X509Certificate2Collection issuers)
    {
        Own = own;

        // Offline: nothing is fetched from addresses that the certificate names.
        Shown = SslStreamCertificateContext.Create(own, issuers, offline: true);
        Prints = string.Join(' ', issuers.Prepend(own).Select(c => c.GetCertHashString(HashAlgorithmName.SHA256)));
        Ends = new DateTimeOffset(own.NotAfter.ToUniversalTime(), TimeSpan.Zero);
    }

    /// <summary>The certificate itself.</summary>
    public X509Certificate2 Own { get; }

    /// <summary>What a handshake shows.</summary>
    public SslStreamCertificateContext Shown { get; }

    /// <summary>Fingerprints of the certificate and its issuers: two with the same are the same to callers.</summary>
    public string Prints { get; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset Ends { get; }
}
