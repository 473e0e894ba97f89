using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hub.Core.Jose;

/// <summary>A public key as JSON (RFC 7517, RFC 7518 section 6): RSA of 2048 to 8192 bits, or EC on P-256, P-384 or P-521.</summary>
public sealed class PublicJwk
{
    private readonly byte[] _first;
    private readonly byte[] _second;

    internal PublicJwk(string? curve, byte[] first, byte[] second, string? keyId, string? algorithm) =>
        (Curve, _first, _second, KeyId, Algorithm) = (curve, first, second, keyId, algorithm);

    /// <summary>The curve; null for an RSA key.</summary>
    public string? Curve { get; }

    /// <summary>Name of the key (<c>kid</c>), null when it has none.</summary>
    public string? KeyId { get; }

    /// <summary>The algorithm that the key is for (<c>alg</c>), null when it does not say.</summary>
    public string? Algorithm { get; }

    /// <summary>SHA-256 thumbprint (RFC 7638) in base64url: what <c>cnf.jkt</c> names.</summary>
    public string Thumbprint => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Curve is null
        ? $$"""{"e":"{{Text(_second)}}","kty":"RSA","n":"{{Text(_first)}}"}"""
        : $$"""{"crv":"{{Curve}}","kty":"EC","x":"{{Text(_first)}}","y":"{{Text(_second)}}"}""")));

    /// <summary>Reads a key. Private parts are not looked at.</summary>
    /// <param name="key">The JSON object.</param>
    /// <returns>The key, null when it is not a public key of a kind that is taken.</returns>
    public static PublicJwk? Read(JsonElement key)
    {
        var (first, second) = Member(key, "kty") switch { "RSA" => ("n", "e"), "EC" => ("x", "y"), _ => ("", "") };
        if (first.Length == 0 || Bytes(Member(key, first)) is not { } one || Bytes(Member(key, second)) is not { } two)
            return null;
        var curve = first == "x" ? Member(key, "crv") ?? "" : null;
        var found = new PublicJwk(curve, one, two, Member(key, "kid"), Member(key, "alg"));
        return found.IsTaken() ? found : null;
    }

    /// <summary>Writes the key as an object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="asSigningKey">True adds <c>use</c> and <c>kid</c>, as in a key set; false gives what a DPoP header carries.</param>
    public void Write(Utf8JsonWriter json, bool asSigningKey = false)
    {
        json.WriteStartObject();
        json.WriteString("kty", Curve is null ? "RSA" : "EC");
        if (Curve is not null)
            json.WriteString("crv", Curve);
        json.WriteString(Curve is null ? "n" : "x", Text(_first));
        json.WriteString(Curve is null ? "e" : "y", Text(_second));
        if (Algorithm is not null)
            json.WriteString("alg", Algorithm);
        if (asSigningKey)
        {
            json.WriteString("use", "sig");
            if (KeyId is not null)
                json.WriteString("kid", KeyId);
        }

        json.WriteEndObject();
    }

    /// <summary>Whether a signature is this key's.</summary>
    /// <param name="algorithm">The algorithm that the message names.</param>
    /// <param name="data">What was signed.</param>
    /// <param name="signature">The signature.</param>
    /// <returns>False also when the algorithm is not one for this key.</returns>
    public bool Verify(JwsAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (algorithm.Curve != Curve || (Algorithm is not null && Algorithm != algorithm.Name))
            return false;
        try
        {
            if (Curve is null)
            {
                using var rsa = RSA.Create(new RSAParameters { Modulus = _first, Exponent = _second });
                return rsa.VerifyData(data, signature, algorithm.Hash, algorithm.Padding!);
            }

            using var ec = ECDsa.Create(new ECParameters { Curve = EcCurves.Of(Curve)!.Value, Q = new ECPoint { X = _first, Y = _second } });
            return ec.VerifyData(data, signature, algorithm.Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string? Member(JsonElement key, string name) =>
        key.ValueKind == JsonValueKind.Object && key.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static byte[]? Bytes(string? text) => text is { Length: > 0 and <= 2048 } && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private bool IsTaken() => Curve is null
        ? _first.Length is >= 256 and <= 1024 && _second.Length is >= 1 and <= 4
        : EcCurves.Size(Curve) is var size and > 0 && _first.Length == size && _second.Length == size;
}
