using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Simulators.Messaging;

/// <summary>An issuer of enterprise certificates made at run time: everything an MSH needs, nothing that anybody else trusts. Certificates hold from a day ago.</summary>
public sealed class MessagingCa : IDisposable
{
    private const string OrganizationIdentifier = "2.5.4.97";
    private readonly Lock _gate = new();
    private readonly List<byte[]> _revoked = [];
    private readonly List<X509Certificate2> _issued = [];
    private readonly TimeProvider _time;
    private readonly int _bits;
    private int _crls;

    /// <summary>Makes an issuer with a key of its own.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="time">The clock; null = the system's.</param>
    /// <param name="bits">Size of every RSA key; default 2048.</param>
    public MessagingCa(string name = "Hub simulator CA", TimeProvider? time = null, int bits = 2048)
    {
        _time = time ?? TimeProvider.System;
        _bits = bits;
        using var key = RSA.Create(bits);
        var request = new CertificateRequest($"CN={name}, O=Simulated, C=NO", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        Root = request.CreateSelfSigned(Now.AddYears(-1), Now.AddYears(5));
    }

    /// <summary>The issuer's certificate, with its key.</summary>
    public X509Certificate2 Root { get; }

    private DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Both certificates of an enterprise.</summary>
    /// <param name="party">Whose.</param>
    /// <returns>The keys.</returns>
    public PartyKeys KeysFor(CounterpartParty party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return new PartyKeys(Signing(party), Encryption(party));
    }

    /// <summary>A signing certificate: key usage nonRepudiation only, organisation number as NTRNO (ETSI EN 319 412-1).</summary>
    /// <param name="party">Whose.</param>
    /// <param name="from">First instant; null = a day ago.</param>
    /// <param name="to">Last instant; null = in a year.</param>
    /// <returns>The certificate with its key.</returns>
    public X509Certificate2 Signing(CounterpartParty party, DateTimeOffset? from = null, DateTimeOffset? to = null) =>
        Issue(party, X509KeyUsageFlags.NonRepudiation, from, to);

    /// <summary>An encryption certificate: key usage keyEncipherment.</summary>
    /// <param name="party">Whose.</param>
    /// <returns>The certificate with its key.</returns>
    public X509Certificate2 Encryption(CounterpartParty party) => Issue(party, X509KeyUsageFlags.KeyEncipherment, null, null);

    /// <summary>Puts a certificate on the next revocation list.</summary>
    /// <param name="certificate">The certificate.</param>
    public void Revoke(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        lock (_gate)
            _revoked.Add(certificate.SerialNumberBytes.ToArray());
    }

    /// <summary>The revocation list of now (RFC 5280), good for a week.</summary>
    /// <returns>DER.</returns>
    public byte[] RevocationList()
    {
        lock (_gate)
        {
            var builder = new CertificateRevocationListBuilder();
            foreach (var serial in _revoked)
                builder.AddEntry(serial, Now.AddHours(-1));
            return builder.Build(Root, ++_crls, Now.AddDays(7), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, Now.AddHours(-1));
        }
    }

    /// <summary>Disposes every certificate it issued.</summary>
    public void Dispose()
    {
        Root.Dispose();
        lock (_gate)
            _issued.ForEach(c => c.Dispose());
    }

    private X509Certificate2 Issue(CounterpartParty party, X509KeyUsageFlags usage, DateTimeOffset? from, DateTimeOffset? to)
    {
        ArgumentNullException.ThrowIfNull(party);
        using var key = RSA.Create(_bits);
        var name = new X500DistinguishedNameBuilder();
        name.AddCountryOrRegion("NO");
        name.AddOrganizationName(party.EnterpriseName);
        name.Add(OrganizationIdentifier, $"NTRNO-{party.OrganizationNumber}");
        name.AddCommonName(party.EnterpriseName);
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, false));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var serial = RandomNumberGenerator.GetBytes(12);
        serial[0] = (byte)(serial[0] & 0x7F | 0x01);
        using var certificate = request.Create(Root, from ?? Now.AddDays(-1), to ?? Now.AddYears(1), serial);
        var complete = certificate.CopyWithPrivateKey(key);
        lock (_gate)
            _issued.Add(complete);
        return complete;
    }
}
