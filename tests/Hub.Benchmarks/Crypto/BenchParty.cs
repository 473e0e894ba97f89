using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Benchmarks.Crypto;

/// <summary>One end of the message network, with a certificate for signing and one for encryption as enterprises have them.</summary>
public sealed class BenchParty : IDisposable
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public BenchParty(string name, int bits)
    {
        Signing = Certificate(name, bits, X509KeyUsageFlags.NonRepudiation);
        Encryption = Certificate(name, bits, X509KeyUsageFlags.KeyEncipherment);
    }

    public X509Certificate2 Signing { get; }

    public X509Certificate2 Encryption { get; }

    public void Dispose()
    {
        Signing.Dispose();
        Encryption.Dispose();
    }

    private static X509Certificate2 Certificate(string name, int bits, X509KeyUsageFlags usage)
    {
        using var key = RSA.Create(bits);
        var request = new CertificateRequest($"CN={name}, O=Bench", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        return request.CreateSelfSigned(From, From.AddYears(50));
    }
}
