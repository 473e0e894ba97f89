using System.Net.Http.Headers;
using Hub.Core.Adapters;

namespace Hub.Adapters.Http;

/// <summary>What asking for a token gave: the header to send, or why there is none.</summary>
/// <param name="Header">The <c>Authorization</c> header; null when the partner wants none or <paramref name="Failure"/> is set.</param>
/// <param name="UsableUntil">When to ask for a new one.</param>
/// <param name="Failure">Why there is no token.</param>
public sealed record AccessToken(AuthenticationHeaderValue? Header, DateTimeOffset UsableUntil, SendOutcome.Failed? Failure = null)
{
    /// <summary>The key that the token is bound to; null for tokens that anybody who has them may use.</summary>
    public ProofKey? Proof { get; init; }

    /// <summary>Puts the token on a request, with a proof where it is bound to a key. For each try anew: a proof is good for one request.</summary>
    /// <param name="request">The request, with method and address.</param>
    public void Authorize(HttpRequestMessage request)
    {
        request.Headers.Authorization = Header;
        if (Proof is not null && Header?.Parameter is { } token)
            Proof.Prove(request, token);
    }
}
