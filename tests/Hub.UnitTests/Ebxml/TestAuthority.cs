using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hub.UnitTests.Ebxml;

/// <summary>A certificate authority made at test time: a root and enterprise certificates for signing and encryption.</summary>
internal sealed class TestAuthority
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly List<byte[]> _revoked = [];
    private byte _serial;

    public TestAuthority(string name)
    {
        var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        Root = request.CreateSelfSigned(Start.AddYears(-5), Start.AddYears(5));
    }

    public static TestAuthority Trusted { get; } = new("Test root");

    public static TestAuthority Foreign { get; } = new("Test root of others");

    public X509Certificate2 Root { get; }

    public X509Certificate2 Signing(string name, DateTimeOffset? from = null, DateTimeOffset? to = null, int bits = 2048) =>
        Issue(name, X509KeyUsageFlags.NonRepudiation, from, to, bits);

    public X509Certificate2 Encryption(string name) => Issue(name, X509KeyUsageFlags.KeyEncipherment, null, null, 2048);

    public void Revoke(X509Certificate2 certificate) => _revoked.Add(certificate.SerialNumberBytes.ToArray());

    public byte[] RevocationList(DateTimeOffset thisUpdate, DateTimeOffset nextUpdate)
    {
        var builder = new CertificateRevocationListBuilder();
        foreach (var serial in _revoked)
            builder.AddEntry(serial, thisUpdate.AddHours(-1));
        return builder.Build(Root, 1, nextUpdate, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, thisUpdate);
    }

    private X509Certificate2 Issue(string name, X509KeyUsageFlags usage, DateTimeOffset? from, DateTimeOffset? to, int bits)
    {
        var key = RSA.Create(bits);
        var request = new CertificateRequest($"CN={name}, O=Test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, false));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        byte[] serial = [0x51, ++_serial, (byte)bits, 7];
        return request.Create(Root, from ?? Start.AddYears(-1), to ?? Start.AddYears(2), serial).CopyWithPrivateKey(key);
    }
}
