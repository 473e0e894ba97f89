using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hub.Core.Errors;

namespace Hub.Host.Security.Tokens;

/// <summary>A DPoP proof that fits its request (RFC 9449 section 4.3).</summary>
/// <param name="Thumbprint">Thumbprint of the key that made it.</param>
/// <param name="Id">Its <c>jti</c>.</param>
/// <param name="Made">When it was made.</param>
internal sealed record DpopProof(string Thumbprint, string Id, DateTimeOffset Made)
{
    private const int LongestId = 256;

    /// <summary>Checks a proof: everything but whether it was used before.</summary>
    /// <param name="text">The DPoP header.</param>
    /// <param name="method">HTTP method of the request.</param>
    /// <param name="address">Address of the request as the caller sees it.</param>
    /// <param name="token">The access token that came with it.</param>
    /// <param name="settings">How old it may be.</param>
    /// <param name="now">The time.</param>
    /// <returns>The proof, or <see cref="TokenErrors.BadProof"/> saying what is wrong with it.</returns>
    public static Result<DpopProof> Check(string text, string method, Uri address, string token, TokenSettings settings, DateTimeOffset now)
    {
        if (Jws.Parse(text) is not { Type: "dpop+jwt" } proof)
            return Bad("It is no JWT of type dpop+jwt");
        if (!proof.Header.TryGetProperty("jwk", out var jwk) || VerifyingKey.Read(jwk) is not { } key)
            return Bad("Its header has no public key that is taken here");
        if (!key.Verify(proof.Algorithm, proof.Signed, proof.Signature))
            return Bad("Its signature does not fit");
        if (Claim.Text(proof.Claims, "jti") is not { Length: > 0 and <= LongestId } id)
            return Bad("It has no jti");
        if (Claim.Text(proof.Claims, "htm") != method)
            return Bad("Its htm is another method");
        if (!Uri.TryCreate(Claim.Text(proof.Claims, "htu"), UriKind.Absolute, out var target) || !SamePlace(target, address))
            return Bad("Its htu is another address");
        if (Claim.Text(proof.Claims, "ath") != HashOf(token))
            return Bad("Its ath is not the hash of the token");
        if (Claim.Time(proof.Claims, "iat") is not { } made || made > now + settings.ClockSkew || made < now - settings.ProofAge - settings.ClockSkew)
            return Bad("Its iat is too long ago or in the future");
        return new DpopProof(key.Thumbprint, id, made);
    }

    /// <summary>The <c>ath</c> of a token.</summary>
    /// <param name="token">The token.</param>
    /// <returns>Base64url of its SHA-256.</returns>
    public static string HashOf(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    // Query and fragment do not count (RFC 9449 section 4.3, point 9); scheme, host and default port are normalised by Uri.
    private static bool SamePlace(Uri a, Uri b) =>
        a.Scheme == b.Scheme && string.Equals(a.IdnHost, b.IdnHost, StringComparison.OrdinalIgnoreCase) && a.Port == b.Port && a.AbsolutePath == b.AbsolutePath;

    private static HubError Bad(string what) => TokenErrors.BadProof.At("DPoP", $"{TokenErrors.BadProof.Title}: {what}");
}
