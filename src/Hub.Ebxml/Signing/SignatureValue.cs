using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Signing;

/// <summary>Checks the signature value over <c>ds:SignedInfo</c> with the key of the certificate.</summary>
internal static class SignatureValue
{
    public static (X509Certificate2? Certificate, InvalidSignature? Fault) Check(SignatureParts parts, SignaturePolicy policy)
    {
        if (SignatureAlgorithms.Signature(parts.Method, policy) is not { } hash)
            return Refuse(SignatureFaults.AlgorithmRefused, 32, "The signature method is not accepted.");
        try
        {
            var (certificate, key) = KnownKeys.Get(parts.Certificate);
            if (key is null || key.KeySize < policy.MinimumKeyBits)
                return Refuse(SignatureFaults.KeyRefused, 64, $"The key is not RSA of at least {policy.MinimumKeyBits} bits.");
            using var canonical = new ByteBuffer();
            new Canonicalizer(parts.Canonical, canonical).Subtree(parts.SignedInfo);
            return key.VerifyData(canonical.Written, parts.Value, hash, RSASignaturePadding.Pkcs1)
                ? (certificate, null)
                : Refuse(SignatureFaults.ValueWrong, 50, "The signature value does not fit what is signed and the certificate.");
        }
        catch (CryptographicException)
        {
            return Refuse(SignatureFaults.CertificateUnusable, 65, "The certificate cannot be read.");
        }
    }

    private static (X509Certificate2?, InvalidSignature?) Refuse(string reason, int rule, string text) =>
        (null, new InvalidSignature(reason, rule, text));
}
