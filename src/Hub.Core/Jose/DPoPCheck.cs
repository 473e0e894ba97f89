namespace Hub.Core.Jose;

/// <summary>What a proof was found to be (RFC 9449 section 4.3). Whether its id was seen before, and whether its nonce is a good one, only the server itself can tell.</summary>
/// <param name="Fault">The first rule it breaks, null for a good proof.</param>
/// <param name="Id">Its id (<c>jti</c>).</param>
/// <param name="Thumbprint">Thumbprint of the key it was made with.</param>
/// <param name="IssuedAt">When it was made.</param>
/// <param name="Nonce">The nonce it carries, null when none.</param>
public sealed record DPoPCheck(string? Fault, string Id, string Thumbprint, DateTimeOffset IssuedAt, string? Nonce)
{
    /// <summary>How old a proof may be, as the sample of HelseID has it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    /// <summary>How far clocks may differ, as the sample of HelseID has it.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    /// <summary>Checks a proof.</summary>
    /// <param name="proof">The <c>DPoP</c> header; there must be exactly one.</param>
    /// <param name="method">Method of the request.</param>
    /// <param name="target">Address of the request as the client sees it: behind a proxy rebuilt from what was forwarded.</param>
    /// <param name="accessToken">The token of the request; null at a token endpoint.</param>
    /// <param name="boundTo">Thumbprint that the token is bound to (<c>cnf.jkt</c>); null at a token endpoint.</param>
    /// <param name="now">The time.</param>
    /// <returns>The finding.</returns>
    public static DPoPCheck Of(string? proof, string method, Uri target, string? accessToken, string? boundTo, DateTimeOffset now)
    {
        if (CompactJws.Read(proof) is not { } read || read.Type != DPoPProof.Type)
            return Bad("The proof cannot be read");
        if (!read.Header.TryGetProperty("jwk", out var jwk) || PublicJwk.Read(jwk) is not { } key || jwk.TryGetProperty("d", out _) || !read.Verify(key))
            return Bad("The proof is not signed by the key it carries");
        if (read.Claim("jti") is not { Length: > 0 and <= 200 } id || read.Instant("iat") is not { } issued)
            return Bad("The proof has no jti or iat");
        var fault = read.Claim("htm") != method ? "The proof is for another method"
            : !Uri.TryCreate(read.Claim("htu"), UriKind.Absolute, out var named) || DPoPProof.Target(named) != DPoPProof.Target(target) ? "The proof is for another address"
            : issued > now + Skew || issued < now - Lifetime - Skew ? "The proof is too old or from the future"
            : accessToken is not null && read.Claim("ath") != DPoPProof.TokenHash(accessToken) ? "The proof is for another token"
            : boundTo is not null && boundTo != key.Thumbprint ? "The token is bound to another key"
            : null;
        return new DPoPCheck(fault, id, key.Thumbprint, issued, read.Claim("nonce"));
    }

    private static DPoPCheck Bad(string fault) => new(fault, "", "", DateTimeOffset.UnixEpoch, null);
}
