using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Core.Jose;

/// <summary>A proof that the sender of a request holds the key that its token is bound to (RFC 9449).</summary>
public static class DPoPProof
{
    /// <summary>Type of the proof (<c>typ</c>).</summary>
    public const string Type = "dpop+jwt";

    /// <summary>Makes a proof for one request.</summary>
    /// <param name="key">The key that the token is or will be bound to.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="target">Address of the request; query and fragment are left out of the proof, as section 4.2 says.</param>
    /// <param name="accessToken">The token that goes with the request; null at the token endpoint.</param>
    /// <param name="nonce">What the server last gave in <c>DPoP-Nonce</c>; null when nothing.</param>
    /// <param name="now">The time.</param>
    /// <param name="id">Unique id of the proof (<c>jti</c>).</param>
    /// <returns>The value of the <c>DPoP</c> header.</returns>
    public static string Create(SigningKey key, string method, Uri target, string? accessToken, string? nonce, DateTimeOffset now, string id) => CompactJws.Write(
        key,
        header =>
        {
            header.WriteString("typ", Type);
            header.WritePropertyName("jwk");
            key.Public.Write(header);
        },
        claims =>
        {
            claims.WriteString("jti", id);
            claims.WriteString("htm", method);
            claims.WriteString("htu", Target(target));
            claims.WriteNumber("iat", now.ToUnixTimeSeconds());
            if (accessToken is not null)
                claims.WriteString("ath", TokenHash(accessToken));
            if (nonce is not null)
                claims.WriteString("nonce", nonce);
        });

    /// <summary>The hash of a token that a proof names (<c>ath</c>): base64url of SHA-256 over its ASCII text.</summary>
    /// <param name="accessToken">The token.</param>
    /// <returns>The hash.</returns>
    public static string TokenHash(string accessToken) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)));

    /// <summary>An address as proofs name it: without query and fragment, scheme and host in lower case, default port left out.</summary>
    /// <param name="target">The address.</param>
    /// <returns>The text.</returns>
    public static string Target(Uri target) => target.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
