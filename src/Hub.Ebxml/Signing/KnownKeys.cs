using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Ebxml.Signing;

/// <summary>Certificates whose keys have been read before. Reading one costs ten times what verifying with it costs.</summary>
/// <remarks>A saving only, keyed by the bytes of the certificate: nothing is trusted for being here.</remarks>
internal static class KnownKeys
{
    private const int Capacity = 512;
    private static readonly ConcurrentDictionary<string, (X509Certificate2 Certificate, RSA? Key)> Known = new(StringComparer.Ordinal);

    /// <summary>The certificate and its RSA key, null when the key is of another kind.</summary>
    /// <exception cref="CryptographicException">The bytes are not a certificate.</exception>
    public static (X509Certificate2 Certificate, RSA? Key) Get(byte[] certificate)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(certificate, hash);
        var id = Convert.ToHexString(hash);
        if (Known.TryGetValue(id, out var known))
            return known;
        var read = X509CertificateLoader.LoadCertificate(certificate);
        known = (read, read.GetRSAPublicKey());

        // Whoever still holds an emptied entry keeps it alive; the rest is left to the collector.
        if (Known.Count >= Capacity)
            Known.Clear();
        return Known.GetOrAdd(id, known);
    }
}
