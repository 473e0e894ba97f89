using System.Collections.Concurrent;
using Hub.Core.Errors;
using Hub.Core.Jose;
using Hub.Core.Storage;

namespace Hub.Host.Security.Tokens;

/// <summary>Reads and validates the access token of a request: JWT (RFC 9068) of the configured issuer, plain or bound to a key by DPoP (RFC 9449). Validated by ourselves, as no current library can be had.</summary>
internal sealed class TokenGate : IDisposable
{
    private const int MostKept = 10_000;

    private static readonly string[] Types = ["at+jwt", "application/at+jwt", "JWT"];

    private readonly TokenSettings? _settings;
    private readonly Uri? _publicUrl;
    private readonly TimeProvider _time;
    private readonly AuthorizationServer? _server;
    private readonly UsedProofs _used;

    // A viewer shows the same token for minutes; its signature is worked through once.
    private readonly ConcurrentDictionary<string, (AccessToken Token, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    /// <summary>A gate.</summary>
    /// <param name="settings">Whose tokens are taken; null for nobody's.</param>
    /// <param name="publicUrl">Address that callers know the hub by; null for that of the request.</param>
    /// <param name="time">The clock.</param>
    /// <param name="proofs">Where the nodes of an installation tell each other which proofs were used; null where there is one node.</param>
    public TokenGate(TokenSettings? settings, Uri? publicUrl, TimeProvider time, IProofStore? proofs = null)
    {
        (_settings, _publicUrl, _time) = (settings, publicUrl, time);
        _used = new UsedProofs(time, proofs);
        _server = settings is null ? null : new AuthorizationServer(settings, time);
    }

    /// <summary>The authorization server; null when none is configured.</summary>
    public AuthorizationServer? Server => _server;

    /// <summary>Reads the token of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The token, or an error of <see cref="TokenErrors"/>.</returns>
    public async ValueTask<Result<AccessToken>> ReadAsync(HttpRequest request)
    {
        if (_settings is null)
            return TokenErrors.NotConfigured.At();
        if (request.Headers.Authorization is not [{ } header] || header.Split(' ', 2, StringSplitOptions.TrimEntries) is not [var scheme, { Length: > 0 } text])
            return TokenErrors.Missing.At();
        var withProof = scheme.Equals("DPoP", StringComparison.OrdinalIgnoreCase);
        if (!withProof && !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return TokenErrors.Missing.At();
        var token = await ReadAsync(text, request.HttpContext.RequestAborted);
        if (!token.IsOk)
            return token;
        if (!withProof)
            return token.Value.BoundTo is not null || _settings.ProofRequired ? TokenErrors.BadProof.At(detail: "A token that is bound to a key must be sent as 'DPoP', with a proof") : token;
        return await ProvenAsync(request, text, token.Value);
    }

    /// <inheritdoc/>
    public void Dispose() => _server?.Dispose();

    private async ValueTask<Result<AccessToken>> ProvenAsync(HttpRequest request, string text, AccessToken token)
    {
        if (token.BoundTo is not { } key)
            return TokenErrors.BadProof.At(detail: "The token is not bound to a key");
        if (request.Headers["DPoP"] is not [{ Length: > 0 } proofText])
            return TokenErrors.BadProof.At("DPoP", "The request has no DPoP header, or several");
        if (PublicAddress.Of(request, _publicUrl) is not { } address)
            return TokenErrors.BadProof.At("DPoP", "The request does not say which host it is for");
        var proof = DPoPCheck.Of(proofText, request.Method, address, text, key, _time.GetUtcNow());
        if (proof.Fault is { } fault)
            return TokenErrors.BadProof.At("DPoP", fault);
        return await _used.TryUseAsync(proof, request.HttpContext.RequestAborted) ? token : TokenErrors.ReplayedProof.At("DPoP");
    }

    private async ValueTask<Result<AccessToken>> ReadAsync(string text, CancellationToken cancel)
    {
        var hash = DPoPProof.TokenHash(text);
        var now = _time.GetUtcNow();
        if (_known.TryGetValue(hash, out var known) && known.Until > now)
            return known.Token;
        if (CompactJws.Read(text) is not { } jws || !Types.Contains(jws.Type ?? "", StringComparer.OrdinalIgnoreCase))
            return TokenErrors.Invalid.At();
        if (Claim.Text(jws.Claims, "iss") != _settings!.Issuer || !Claim.Texts(jws.Claims, "aud").Contains(_settings.Audience))
            return TokenErrors.WrongAudience.At();
        var keys = await _server!.KeysAsync(jws.KeyId, cancel);
        if (!keys.IsOk)
            return Result<AccessToken>.Failed(keys.Errors);
        if (!keys.Value.Any(k => jws.Verify(k)))
            return TokenErrors.Invalid.At();
        var ends = Claim.Time(jws.Claims, "exp");
        if (ends is null || ends + _settings.ClockSkew <= now || Claim.Time(jws.Claims, "nbf") > now + _settings.ClockSkew)
            return TokenErrors.Expired.At();
        var token = TokenClaims.Read(jws.Claims);
        if (!token.IsSystem && Claim.Single(jws.Claims, TokenClaims.SecurityLevel) != TokenClaims.Level)
            return TokenErrors.LevelTooLow.At();
        Keep(hash, token, ends.Value, now);
        return token;
    }

    private void Keep(string hash, AccessToken token, DateTimeOffset ends, DateTimeOffset now)
    {
        if (_known.Count >= MostKept)
        {
            foreach (var (old, _) in _known.Where(k => k.Value.Until <= now))
                _known.TryRemove(old, out _);
            if (_known.Count >= MostKept)
                _known.Clear();
        }

        // Not beyond a few minutes: keys that the server withdraws must stop opening.
        var most = now + TimeSpan.FromMinutes(5);
        _known[hash] = (token, ends < most ? ends : most);
    }
}
