using Hub.Core.Jose;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Hub.Simulators.HelseId;

/// <summary>How a simulated API checks the tokens of a simulated HelseID: signature, issuer, audience, time, scope, and for a bound token the proof that goes with it. A bound token sent as a bearer token is refused.</summary>
public sealed class HelseIdGate
{
    private readonly HelseIdServer _server;
    private readonly TimeProvider _time;
    private readonly SeenIds _seen;

    /// <summary>A gate.</summary>
    /// <param name="server">Whose tokens are taken.</param>
    /// <param name="time">The clock; null = the system's.</param>
    public HelseIdGate(HelseIdServer server, TimeProvider? time = null) => (_server, _time, _seen) = (server, time ?? TimeProvider.System, new SeenIds(time ?? TimeProvider.System));

    /// <summary>Audience that tokens must name; null takes any.</summary>
    public string? Audience { get; init; }

    /// <summary>True: bearer tokens are refused, as JFT and PMD do. Default false.</summary>
    public bool DPoPOnly { get; init; }

    /// <summary>Nonces that proofs must carry; null (default) = none are asked for.</summary>
    public Nonces? Nonces { get; init; }

    /// <summary>Tokens issued before this time are refused, as if they had been revoked.</summary>
    public DateTimeOffset RevokedBefore { get; set; } = DateTimeOffset.MinValue;

    /// <summary>Lets a request in or not.</summary>
    /// <param name="request">The request.</param>
    /// <param name="scope">Scope that the token must have; null for none.</param>
    /// <returns>Who it is, or why not.</returns>
    public GateVerdict Check(HttpRequest request, string? scope)
    {
        if (request.Headers.Authorization is not [{ } authorization] || authorization.Split(' ') is not [var scheme, var token])
            return GateVerdict.No(401, "No token", Challenge(null));
        var now = _time.GetUtcNow();
        if (CompactJws.Read(token) is not { Type: "at+jwt" } read || !_server.Keys.Any(k => k.KeyId == read.KeyId && read.Verify(k)))
            return GateVerdict.No(401, "The signature is not of this issuer", Challenge("invalid_token"));
        var fault = Claims(read, now) ?? Proof(request, scheme, token, read, now);
        if (fault == NonceWanted)
            return GateVerdict.No(401, fault, $"DPoP error=\"{NonceWanted}\"") with { Nonce = Nonces!.Current };
        if (fault is not null)
            return GateVerdict.No(401, fault, Challenge("invalid_token"));
        return scope is null || read.Texts("scope").Contains(scope)
            ? new GateVerdict(0, null, null, new HelseIdCaller(read.Claim("client_id") ?? "", read.Claim(TokenClaims.OrgnrParent), read.Claim(TokenClaims.OrgnrChild), read.Texts("scope")))
            : GateVerdict.No(403, "The scope is missing", Challenge("insufficient_scope"));
    }

    private const string NonceWanted = "use_dpop_nonce";

    private string? Claims(CompactJws token, DateTimeOffset now) =>
        token.Claim("iss") != _server.Issuer.AbsoluteUri.TrimEnd('/') ? "Another issuer"
        : Audience is not null && !token.Texts("aud").Contains(Audience) ? "Another audience"
        : token.Instant("exp") is not { } ends || ends <= now ? "The token is over"
        : token.Instant("iat") < RevokedBefore ? "The token was revoked"
        : null;

    private string? Proof(HttpRequest request, string scheme, string token, CompactJws read, DateTimeOffset now)
    {
        var boundTo = read.Claims.TryGetProperty("cnf", out var cnf) && cnf.TryGetProperty("jkt", out var jkt) ? jkt.GetString() : null;
        if (boundTo is null)
            return DPoPOnly ? "Only bound tokens" : string.Equals(scheme, "Bearer", StringComparison.OrdinalIgnoreCase) ? null : "A bearer token in another scheme";
        if (!string.Equals(scheme, "DPoP", StringComparison.OrdinalIgnoreCase) || request.Headers["DPoP"] is not [{ } proof])
            return "A bound token needs scheme DPoP and one proof";
        var check = DPoPCheck.Of(proof, request.Method, new Uri(request.GetEncodedUrl()), token, boundTo, now);
        if (check.Fault is not null)
            return check.Fault;
        if (Nonces is not null && !Nonces.Takes(check.Nonce))
            return NonceWanted;
        return _seen.First($"{check.Thumbprint} {check.Id}") ? null : "The proof was used before";
    }

    private string Challenge(string? error) => $"{(DPoPOnly ? "DPoP" : "Bearer")}{(error is null ? "" : $" error=\"{error}\"")}";
}

/// <summary>What a gate said.</summary>
/// <param name="Status">HTTP status to answer with; 0 when the caller is let in.</param>
/// <param name="Fault">Why not.</param>
/// <param name="Challenge">Value of <c>WWW-Authenticate</c>.</param>
/// <param name="Caller">Who is let in.</param>
public sealed record GateVerdict(int Status, string? Fault, string? Challenge, HelseIdCaller? Caller)
{
    /// <summary>Value of <c>DPoP-Nonce</c> to answer with; null for none.</summary>
    public string? Nonce { get; init; }

    internal static GateVerdict No(int status, string fault, string challenge) => new(status, fault, challenge, null);

    /// <summary>Answers a caller that was not let in: status and headers, no body.</summary>
    /// <param name="response">The response.</param>
    public void Refuse(HttpResponse response)
    {
        response.StatusCode = Status;
        response.Headers.WWWAuthenticate = Challenge;
        if (Nonce is not null)
            response.Headers["DPoP-Nonce"] = Nonce;
    }
}

/// <summary>A caller that showed a good token.</summary>
/// <param name="ClientId">Its client id.</param>
/// <param name="OrgnrParent">Organisation number of the legal entity it speaks for; null for none.</param>
/// <param name="OrgnrChild">Organisation number of the unit; null for none.</param>
/// <param name="Scopes">What it may do.</param>
public sealed record HelseIdCaller(string ClientId, string? OrgnrParent, string? OrgnrChild, IReadOnlyList<string> Scopes);
