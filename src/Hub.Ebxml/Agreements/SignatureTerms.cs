namespace Hub.Ebxml.Agreements;

/// <summary>The algorithms a party signs with (CPPA 2.0, NonRepudiation), as XML-DSig URIs.</summary>
/// <param name="HashFunction">Digest method URI.</param>
/// <param name="SignatureAlgorithm">Signature method URI.</param>
/// <param name="SigningCertificate">The certificate referred to; null when none is.</param>
public sealed record SignatureTerms(string HashFunction, string SignatureAlgorithm, PartnerCertificate? SigningCertificate)
{
    /// <summary>SHA-256 digest.</summary>
    public const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    /// <summary>SHA-1 digest.</summary>
    public const string Sha1 = "http://www.w3.org/2000/09/xmldsig#sha1";

    /// <summary>RSA with SHA-256.</summary>
    public const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    /// <summary>RSA with SHA-1.</summary>
    public const string RsaSha1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";

    /// <summary>What must be sent since 2022-01-01.</summary>
    public static SignatureTerms Current { get; } = new(Sha256, RsaSha256, null);

    /// <summary>True when the agreement itself still says SHA-1, in either place.</summary>
    public bool IsSha1 => HashFunction == Sha1 || SignatureAlgorithm == RsaSha1;

    /// <summary>The URI of an algorithm written as URI or by its common name (<c>RSA-SHA1</c>, <c>sha256</c>).</summary>
    /// <param name="text">The element's text.</param>
    /// <returns>The URI, or the trimmed text when the name is not known.</returns>
    public static string UriOf(string text)
    {
        var trimmed = text.Trim();
        return trimmed.ToUpperInvariant() switch
        {
            "RSA-SHA1" => RsaSha1,
            "RSA-SHA256" => RsaSha256,
            "SHA1" or "SHA-1" => Sha1,
            "SHA256" or "SHA-256" => Sha256,
            _ => trimmed,
        };
    }
}
