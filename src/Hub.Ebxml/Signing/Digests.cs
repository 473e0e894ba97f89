using System.Security.Cryptography;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Signing;

/// <summary>Compares a digest with what it should be the digest of.</summary>
internal static class Digests
{
    /// <summary>Whether the octets have the digest of the reference; null when its algorithm is not accepted.</summary>
    public static bool? Matches(DigestReference reference, ReadOnlySpan<byte> octets, SignaturePolicy policy)
    {
        if (SignatureAlgorithms.Digest(reference.Algorithm, policy) is not { } hash)
            return null;
        Span<byte> computed = stackalloc byte[64];
        var length = CryptographicOperations.HashData(hash, octets, computed);
        return SignatureParts.Bytes(reference.Value) is { } claimed && CryptographicOperations.FixedTimeEquals(computed[..length], claimed);
    }

    /// <summary>As <see cref="Matches(DigestReference, ReadOnlySpan{byte}, SignaturePolicy)"/>, over a document in canonical form.</summary>
    public static bool? Matches(
        DigestReference reference, TreeDocument document, CanonicalMethod method, Func<TreeElement, bool> leaveOut, SignaturePolicy policy)
    {
        using var canonical = new ByteBuffer(8192);
        new Canonicalizer(method, canonical, leaveOut).Document(document);
        return Matches(reference, canonical.Written, policy);
    }
}
