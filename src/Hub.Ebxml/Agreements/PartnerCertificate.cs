using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Ebxml.Agreements;

/// <summary>
/// A certificate that an agreement or the address register names for a party. Compared by its bytes (thumbprint), never by its subject:
/// the same organisation is written in several ways over the years.
/// </summary>
public sealed class PartnerCertificate : IEquatable<PartnerCertificate>
{
    private readonly byte[] _raw;

    private PartnerCertificate(byte[] raw, string thumbprint, DateTimeOffset validFrom, DateTimeOffset validTo)
    {
        _raw = raw;
        Thumbprint = thumbprint;
        ValidFrom = validFrom;
        ValidTo = validTo;
    }

    /// <summary>SHA-1 of the DER bytes, upper-case hex: the name the address register gives it.</summary>
    public string Thumbprint { get; }

    /// <summary>First instant it holds.</summary>
    public DateTimeOffset ValidFrom { get; }

    /// <summary>Last instant it holds.</summary>
    public DateTimeOffset ValidTo { get; }

    /// <summary>The DER bytes; empty when only the thumbprint is known.</summary>
    public ReadOnlyMemory<byte> Raw => _raw;

    /// <summary>True when the certificate itself is here and not only its thumbprint.</summary>
    public bool IsComplete => _raw.Length > 0;

    /// <summary>A certificate known by thumbprint and validity only, as the register's party entry gives it.</summary>
    /// <param name="thumbprint">Hex, any case.</param>
    /// <param name="validFrom">First instant.</param>
    /// <param name="validTo">Last instant.</param>
    /// <returns>The entry, not complete.</returns>
    public static PartnerCertificate Named(string thumbprint, DateTimeOffset validFrom, DateTimeOffset validTo) =>
        new([], thumbprint.Trim().ToUpperInvariant(), validFrom, validTo);

    /// <summary>Reads a certificate from DER bytes.</summary>
    /// <param name="der">The bytes.</param>
    /// <returns>The certificate, or null when the bytes are none.</returns>
    public static PartnerCertificate? FromDer(ReadOnlySpan<byte> der)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der);
            return new(certificate.RawData, certificate.Thumbprint, certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Reads a certificate from base64, blanks and line breaks allowed.</summary>
    /// <param name="base64">The text.</param>
    /// <returns>The certificate, or null when the text is none.</returns>
    public static PartnerCertificate? FromBase64(string base64)
    {
        var buffer = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, buffer, out var written) ? FromDer(buffer.AsSpan(0, written)) : null;
    }

    /// <summary>Whether the certificate holds at an instant.</summary>
    /// <param name="instant">The instant, for an incoming message its eb:Timestamp (HITS 1172 rules 104 and 105).</param>
    /// <returns>True inside the validity, its ends included.</returns>
    public bool IsValidAt(DateTimeOffset instant) => instant >= ValidFrom && instant <= ValidTo;

    /// <summary>The certificate as the framework has it. The caller disposes it.</summary>
    /// <returns>The certificate.</returns>
    /// <exception cref="InvalidOperationException">Only the thumbprint is known.</exception>
    public X509Certificate2 Load() =>
        IsComplete ? X509CertificateLoader.LoadCertificate(_raw) : throw new InvalidOperationException("Only the thumbprint of this certificate is known.");

    /// <inheritdoc/>
    public bool Equals(PartnerCertificate? other) => other is not null && other.Thumbprint == Thumbprint;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PartnerCertificate);

    /// <inheritdoc/>
    public override int GetHashCode() => Thumbprint.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{Thumbprint} {ValidFrom:O} - {ValidTo:O}";
}
