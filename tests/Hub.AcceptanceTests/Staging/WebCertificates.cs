using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hub.AcceptanceTests.Staging;

/// <summary>A root, an issuer below it, and certificates of servers, as PEM files.</summary>
internal sealed class WebCertificates : IDisposable
{
    private readonly ECDsa _issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _issuer;

    public WebCertificates()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = DateTimeOffset.UtcNow;
        Root = Authority("CN=Test root", rootKey).CreateSelfSigned(now.AddDays(-1), now.AddDays(3650));
        _issuer = Authority("CN=Test issuer", _issuerKey).Create(Root, now.AddDays(-1), now.AddDays(1000), [1]);
    }

    /// <summary>All that callers trust.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>Writes a new certificate for this machine, with its issuer, and its key.</summary>
    /// <returns>Its serial number.</returns>
    public string Write(string certificate, string key, TimeSpan left, string usage = "1.3.6.1.5.5.7.3.1")
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=hub.test", own, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("hub.test");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
        var now = DateTimeOffset.UtcNow;
        using var leaf = request.Create(_issuer.SubjectName, X509SignatureGenerator.CreateForECDsa(_issuerKey), now.AddDays(-1), now + left, RandomNumberGenerator.GetBytes(12));
        File.WriteAllText(key, own.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(certificate, leaf.ExportCertificatePem() + "\n" + _issuer.ExportCertificatePem() + "\n");
        return leaf.SerialNumber;
    }

    public void Dispose()
    {
        Root.Dispose();
        _issuer.Dispose();
        _issuerKey.Dispose();
    }

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        return request;
    }
}
