using System.Collections.Concurrent;
using Hub.Core.Jose;

namespace Hub.Adapters.Http;

/// <summary>The key that tokens are bound to (RFC 9449), made when the partner is opened and never stored, with the nonces that servers gave. Safe for concurrent use.</summary>
public sealed class ProofKey
{
    private static readonly HttpRequestOptionsKey<string?> Used = new("nonce");

    private readonly SigningKey _key = SigningKey.NewEc();
    private readonly ConcurrentDictionary<string, string> _nonces = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;

    /// <summary>A new key.</summary>
    /// <param name="time">The clock.</param>
    public ProofKey(TimeProvider time) => _time = time;

    /// <summary>Puts a proof on a request.</summary>
    /// <param name="request">The request, with method and address.</param>
    /// <param name="accessToken">The token that goes with it; null at a token endpoint.</param>
    public void Prove(HttpRequestMessage request, string? accessToken)
    {
        var nonce = _nonces.GetValueOrDefault(Origin(request.RequestUri!));
        request.Options.Set(Used, nonce);
        request.Headers.Remove("DPoP");
        request.Headers.TryAddWithoutValidation("DPoP", DPoPProof.Create(_key, request.Method.Method, request.RequestUri!, accessToken, nonce, _time.GetUtcNow(), Guid.NewGuid().ToString("N")));
    }

    /// <summary>Keeps the nonce of an answer for the next proof (section 8.2).</summary>
    /// <param name="response">The answer.</param>
    /// <returns>True when the server asks for the same request again with the nonce it gave: 400 or 401, and a nonce that was not used.</returns>
    public bool Learn(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("DPoP-Nonce", out var values) || values.FirstOrDefault() is not { Length: > 0 and <= 500 } nonce || response.RequestMessage?.RequestUri is not { } address)
            return false;
        _nonces[Origin(address)] = nonce;
        // What this request carried decides: another one may have learnt the nonce meanwhile.
        response.RequestMessage.Options.TryGetValue(Used, out var used);
        return (int)response.StatusCode is 400 or 401 && nonce != used;
    }

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
