using System.Security.Cryptography;
using System.Text.Json;

namespace Hub.Core.Jose;

/// <summary>A private key that signs, with the algorithm it signs by. Safe for concurrent use; holds the key in memory only.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly AsymmetricAlgorithm _key;
    private readonly Lock _gate = new();

    private SigningKey(AsymmetricAlgorithm key, PublicJwk publicKey, JwsAlgorithm algorithm) => (_key, Public, Algorithm) = (key, publicKey, algorithm);

    /// <summary>The public half.</summary>
    public PublicJwk Public { get; }

    /// <summary>What it signs by.</summary>
    public JwsAlgorithm Algorithm { get; }

    /// <summary>A new EC key on P-256 (ES256), for proofs that live as long as the process.</summary>
    /// <param name="keyId">Its name, null for none.</param>
    /// <returns>The key.</returns>
    public static SigningKey NewEc(string? keyId = null) => Of(ECDsa.Create(ECCurve.NamedCurves.nistP256), keyId, JwsAlgorithm.Find("ES256")!);

    /// <summary>A new RSA key.</summary>
    /// <param name="algorithm">RS or PS algorithm.</param>
    /// <param name="keyId">Its name, null for none.</param>
    /// <param name="bits">Its length; default 2048.</param>
    /// <returns>The key.</returns>
    public static SigningKey NewRsa(string algorithm, string? keyId = null, int bits = 2048) =>
        JwsAlgorithm.Find(algorithm) is { Curve: null } found ? Of(RSA.Create(bits), keyId, found) : throw new ArgumentException("Not an RSA algorithm.", nameof(algorithm));

    /// <summary>Reads a private key from PEM (PKCS#8, PKCS#1 or SEC1) or from a JWK.</summary>
    /// <param name="text">The text of the secret.</param>
    /// <param name="algorithm">Name of the algorithm to sign by; null = the one the JWK names, else PS256 for RSA and the curve's own for EC.</param>
    /// <param name="keyId">Name of the key where the text has none; null for none.</param>
    /// <param name="fault">What is wrong, without any part of the key; null when there is a key.</param>
    /// <returns>The key or null.</returns>
    public static SigningKey? Read(string text, string? algorithm, string? keyId, out string? fault)
    {
        fault = "The secret is neither a private key in PEM form nor a private JWK";
        if (PrivateKeyText.Read(text) is not { } found)
            return null;
        var (key, ownId, ownAlgorithm) = found;
        var curve = key is ECDsa ec ? EcCurves.Name(ec.KeySize) : null;
        var chosen = algorithm ?? ownAlgorithm;
        var signs = chosen is null ? JwsAlgorithm.UsualFor(curve) : JwsAlgorithm.Find(chosen);
        fault = key is RSA { KeySize: < 2048 } ? "The RSA key is shorter than 2048 bits"
            : signs is null ? $"The algorithm is not one of {string.Join(", ", JwsAlgorithm.Names)}"
            : signs.Curve != curve ? $"{signs.Name} does not fit the kind of key"
            : null;
        if (fault is null)
            return Of(key, ownId ?? keyId, signs!);
        key.Dispose();
        return null;
    }

    /// <summary>Signs.</summary>
    /// <param name="data">What to sign.</param>
    /// <returns>The signature as JWS has it (EC: both numbers side by side).</returns>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (_gate)
        {
            return _key is RSA rsa
                ? rsa.SignData(data, Algorithm.Hash, Algorithm.Padding!)
                : ((ECDsa)_key).SignData(data, Algorithm.Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    /// <summary>The private key as PEM (PKCS#8), for simulators and tests that hand it on in a file.</summary>
    /// <returns>The text.</returns>
    public string ExportPem()
    {
        lock (_gate)
            return _key.ExportPkcs8PrivateKeyPem();
    }

    /// <summary>The public half as a JSON object.</summary>
    /// <returns>The JSON.</returns>
    public string ExportPublicJwk()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            Public.Write(json, asSigningKey: true);
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Frees the key.</summary>
    public void Dispose() => _key.Dispose();

    private static SigningKey Of(AsymmetricAlgorithm key, string? keyId, JwsAlgorithm algorithm)
    {
        if (key is RSA rsa)
        {
            var numbers = rsa.ExportParameters(false);
            return new SigningKey(key, new PublicJwk(null, numbers.Modulus!, numbers.Exponent!, keyId, algorithm.Name), algorithm);
        }

        var point = ((ECDsa)key).ExportParameters(false).Q;
        return new SigningKey(key, new PublicJwk(algorithm.Curve, point.X!, point.Y!, keyId, null), algorithm);
    }
}
