using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Hub.Core.Jose;

/// <summary>Reads private keys from the texts that people keep them in.</summary>
internal static class PrivateKeyText
{
    /// <summary>The key with the name and algorithm that stand beside it; null when the text is no private key.</summary>
    public static (AsymmetricAlgorithm Key, string? KeyId, string? Algorithm)? Read(string text)
    {
        try
        {
            return text.AsSpan().TrimStart().StartsWith("{") ? Jwk(text) : Pem(text) is { } key ? (key, null, null) : null;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static AsymmetricAlgorithm? Pem(string text)
    {
        foreach (var attempt in new Func<AsymmetricAlgorithm>[] { RSA.Create, ECDsa.Create })
        {
            var key = attempt();
            try
            {
                key.ImportFromPem(text);
                // A public key is PEM too, and signs nothing.
                _ = key.ExportPkcs8PrivateKey();
                return key;
            }
            catch (Exception e) when (e is CryptographicException or ArgumentException)
            {
                key.Dispose();
            }
        }

        return null;
    }

    private static (AsymmetricAlgorithm, string?, string?)? Jwk(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
        var jwk = document.RootElement;
        if (PublicJwk.Read(jwk) is not { } known || !jwk.TryGetProperty("d", out _))
            return null;
        return (known.Curve is null ? RsaOf(jwk) : EcOf(jwk, known.Curve), known.KeyId, known.Algorithm);
    }

    private static RSA RsaOf(JsonElement jwk)
    {
        var modulus = Number(jwk, "n", 0);
        var half = (modulus.Length + 1) / 2;
        return RSA.Create(new RSAParameters
        {
            Modulus = modulus,
            Exponent = Number(jwk, "e", 0),
            D = Number(jwk, "d", modulus.Length),
            P = Number(jwk, "p", half),
            Q = Number(jwk, "q", half),
            DP = Number(jwk, "dp", half),
            DQ = Number(jwk, "dq", half),
            InverseQ = Number(jwk, "qi", half),
        });
    }

    private static ECDsa EcOf(JsonElement jwk, string curve) => ECDsa.Create(new ECParameters
    {
        Curve = EcCurves.Of(curve)!.Value,
        Q = new ECPoint { X = Number(jwk, "x", 0), Y = Number(jwk, "y", 0) },
        D = Number(jwk, "d", EcCurves.Size(curve)),
    });

    // .NET wants every number at its full length; a JWK writer may have dropped leading zeros.
    private static byte[] Number(JsonElement jwk, string name, int length)
    {
        var bytes = Base64Url.DecodeFromChars(jwk.GetProperty(name).GetString());
        return bytes.Length >= length ? bytes : [.. new byte[length - bytes.Length], .. bytes];
    }
}
