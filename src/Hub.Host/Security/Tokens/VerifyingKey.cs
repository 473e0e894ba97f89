using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hub.Host.Security.Tokens;

/// <summary>A public key from a JWK (RFC 7517): RSA from 2048 bits, or an elliptic curve of RFC 7518 section 6.2.1.1. Verifies RS, PS and ES with 256, 384 and 512, nothing else.</summary>
internal sealed class VerifyingKey
{
    private const int LeastRsaBits = 2048;
    private const int MostRsaBits = 8192;

    private readonly RSAParameters? _rsa;
    private readonly ECParameters? _curve;

    private VerifyingKey(string? id, string? algorithm, string thumbprint, RSAParameters? rsa, ECParameters? curve) =>
        (Id, Algorithm, Thumbprint, _rsa, _curve) = (id, algorithm, thumbprint, rsa, curve);

    /// <summary>Its <c>kid</c>, null when none.</summary>
    public string? Id { get; }

    /// <summary>The only algorithm it may be used with, null when it does not say.</summary>
    public string? Algorithm { get; }

    /// <summary>Base64url of the SHA-256 thumbprint (RFC 7638).</summary>
    public string Thumbprint { get; }

    /// <summary>Reads a key.</summary>
    /// <param name="jwk">The key as JSON.</param>
    /// <returns>The key; null when it is no key that may be used here, or is a private or a symmetric one.</returns>
    public static VerifyingKey? Read(JsonElement jwk)
    {
        if (jwk.ValueKind != JsonValueKind.Object || jwk.TryGetProperty("d", out _) || jwk.TryGetProperty("k", out _))
            return null;
        if (Claim.Text(jwk, "use") is { } use && use != "sig")
            return null;
        try
        {
            return Claim.Text(jwk, "kty") switch
            {
                "RSA" => Rsa(jwk),
                "EC" => Curve(jwk),
                _ => null,
            };
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Verifies a signature.</summary>
    /// <param name="algorithm">The algorithm that the signature names.</param>
    /// <param name="data">What is signed.</param>
    /// <param name="signature">The signature.</param>
    /// <returns>False when it does not fit, or the algorithm is not one for this key.</returns>
    public bool Verify(string algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (Algorithm is { } only && only != algorithm)
            return false;
        var hash = algorithm switch
        {
            "RS256" or "PS256" or "ES256" => HashAlgorithmName.SHA256,
            "RS384" or "PS384" or "ES384" => HashAlgorithmName.SHA384,
            "RS512" or "PS512" or "ES512" => HashAlgorithmName.SHA512,
            _ => default,
        };
        if (hash.Name is null)
            return false;
        try
        {
            return algorithm[0] == 'E' ? VerifyCurve(algorithm, data, signature, hash) : VerifyRsa(algorithm, data, signature, hash);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static VerifyingKey? Rsa(JsonElement jwk)
    {
        if (Claim.Text(jwk, "n") is not { } n || Claim.Text(jwk, "e") is not { } e)
            return null;
        var modulus = Base64Url.DecodeFromChars(n);
        var bits = modulus.AsSpan().TrimStart((byte)0).Length * 8;
        if (bits is < LeastRsaBits or > MostRsaBits)
            return null;
        var parameters = new RSAParameters { Modulus = modulus, Exponent = Base64Url.DecodeFromChars(e) };
        using var check = RSA.Create(parameters);
        return new VerifyingKey(Claim.Text(jwk, "kid"), Claim.Text(jwk, "alg"), Thumb($$"""{"e":"{{Text(parameters.Exponent)}}","kty":"RSA","n":"{{Text(modulus)}}"}"""), parameters, null);
    }

    private static VerifyingKey? Curve(JsonElement jwk)
    {
        if (Claim.Text(jwk, "crv") is not { } name || Claim.Text(jwk, "x") is not { } x || Claim.Text(jwk, "y") is not { } y)
            return null;
        ECCurve? curve = name switch
        {
            "P-256" => ECCurve.NamedCurves.nistP256,
            "P-384" => ECCurve.NamedCurves.nistP384,
            "P-521" => ECCurve.NamedCurves.nistP521,
            _ => null,
        };
        if (curve is not { } known)
            return null;
        var parameters = new ECParameters { Curve = known, Q = new ECPoint { X = Base64Url.DecodeFromChars(x), Y = Base64Url.DecodeFromChars(y) } };
        using var check = ECDsa.Create(parameters);
        var algorithm = name switch { "P-256" => "ES256", "P-384" => "ES384", _ => "ES512" };
        return Claim.Text(jwk, "alg") is { } said && said != algorithm
            ? null
            : new VerifyingKey(Claim.Text(jwk, "kid"), algorithm, Thumb($$"""{"crv":"{{name}}","kty":"EC","x":"{{Text(parameters.Q.X!)}}","y":"{{Text(parameters.Q.Y!)}}"}"""), null, parameters);
    }

    private static string Text(byte[] number) => Base64Url.EncodeToString(number);

    private static string Thumb(string members) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(members)));

    private bool VerifyRsa(string algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, HashAlgorithmName hash)
    {
        if (_rsa is not { } parameters)
            return false;
        using var rsa = RSA.Create(parameters);
        return rsa.VerifyData(data, signature, hash, algorithm[0] == 'R' ? RSASignaturePadding.Pkcs1 : RSASignaturePadding.Pss);
    }

    private bool VerifyCurve(string algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, HashAlgorithmName hash)
    {
        if (_curve is not { } parameters || Algorithm != algorithm)
            return false;
        using var curve = ECDsa.Create(parameters);
        return curve.VerifyData(data, signature, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
