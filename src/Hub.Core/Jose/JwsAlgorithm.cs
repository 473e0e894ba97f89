using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Hub.Core.Jose;

/// <summary>A signature algorithm of RFC 7518 section 3.1. Only those that HelseID takes are known: RS, PS and ES with 256, 384 and 512; <c>none</c> and symmetric ones cannot be named.</summary>
public sealed class JwsAlgorithm
{
    private static readonly FrozenDictionary<string, JwsAlgorithm> ByName = new[]
    {
        Rsa("RS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), Rsa("RS384", HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1), Rsa("RS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        Rsa("PS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss), Rsa("PS384", HashAlgorithmName.SHA384, RSASignaturePadding.Pss), Rsa("PS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pss),
        new JwsAlgorithm("ES256", HashAlgorithmName.SHA256, null, "P-256"), new JwsAlgorithm("ES384", HashAlgorithmName.SHA384, null, "P-384"), new JwsAlgorithm("ES512", HashAlgorithmName.SHA512, null, "P-521"),
    }.ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    private JwsAlgorithm(string name, HashAlgorithmName hash, RSASignaturePadding? padding, string? curve) => (Name, Hash, Padding, Curve) = (name, hash, padding, curve);

    /// <summary>Names of all, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Name as in the <c>alg</c> header.</summary>
    public string Name { get; }

    /// <summary>The curve it needs; null for RSA.</summary>
    public string? Curve { get; }

    internal HashAlgorithmName Hash { get; }

    internal RSASignaturePadding? Padding { get; }

    /// <summary>The algorithm of a name.</summary>
    /// <param name="name">Name, upper and lower case as in RFC 7518.</param>
    /// <returns>The algorithm, null when it is not one of those taken.</returns>
    public static JwsAlgorithm? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);

    /// <summary>The usual algorithm of a key: PS256 for RSA, the one that belongs to the curve for EC.</summary>
    /// <param name="curve">The curve; null for RSA.</param>
    /// <returns>The algorithm.</returns>
    internal static JwsAlgorithm UsualFor(string? curve) => curve is null ? ByName["PS256"] : ByName.Values.Single(a => a.Curve == curve);

    private static JwsAlgorithm Rsa(string name, HashAlgorithmName hash, RSASignaturePadding padding) => new(name, hash, padding, null);
}
