using System.Security.Cryptography;

namespace Hub.Ebxml.Signing;

/// <summary>The positive lists: URIs of what the profile signs with and of what may be accepted. Anything else is refused.</summary>
public static class SignatureAlgorithms
{
    /// <summary>SHA-256, the digest of the profile since 2022.</summary>
    public const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    /// <summary>RSA (PKCS #1 v1.5) with SHA-256, the signature of the profile since 2022.</summary>
    public const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    /// <summary>SHA-1; accepted only where the partner's policy says so.</summary>
    public const string Sha1 = "http://www.w3.org/2000/09/xmldsig#sha1";

    /// <summary>RSA with SHA-1; accepted only where the partner's policy says so.</summary>
    public const string RsaSha1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";

    /// <summary>The transform that leaves the signature itself out.</summary>
    public const string Enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

    /// <summary>The transform that leaves out what is meant for the next MSH.</summary>
    public const string XPath = "http://www.w3.org/TR/1999/REC-xpath-19991116";

    /// <summary>Inclusive canonical XML 1.0 without comments.</summary>
    public const string C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

    /// <summary>The hash of a digest method, or null when the policy does not accept it.</summary>
    internal static HashAlgorithmName? Digest(string? uri, SignaturePolicy policy) => uri switch
    {
        Sha256 => HashAlgorithmName.SHA256,
        "http://www.w3.org/2001/04/xmldsig-more#sha384" => HashAlgorithmName.SHA384,
        "http://www.w3.org/2001/04/xmlenc#sha512" => HashAlgorithmName.SHA512,
        Sha1 when policy.AllowSha1 => HashAlgorithmName.SHA1,
        _ => null,
    };

    /// <summary>The hash of a signature method, or null when the policy does not accept it. Only RSA is on the list.</summary>
    internal static HashAlgorithmName? Signature(string? uri, SignaturePolicy policy) => uri switch
    {
        RsaSha256 => HashAlgorithmName.SHA256,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384" => HashAlgorithmName.SHA384,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512" => HashAlgorithmName.SHA512,
        RsaSha1 when policy.AllowSha1 => HashAlgorithmName.SHA1,
        _ => null,
    };
}
