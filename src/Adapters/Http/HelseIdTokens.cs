using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Jose;
using Hub.Core.Tenants;

namespace Hub.Adapters.Http;

/// <summary>Asks HelseID for tokens: finds the token endpoint, signs an assertion for each request, and where tokens are bound proves the key, again with a nonce when HelseID asks for one.</summary>
internal sealed class HelseIdTokens(HttpMessageInvoker http, OutboundAuth auth, SenderContext context)
{
    private readonly ProofKey? _proof = auth.HelseId!.DPoP ? new ProofKey(context.Time) : null;
    private Uri? _tokenEndpoint = auth.TokenUrl;

    /// <summary>Fetches a token.</summary>
    public async Task<AccessToken> FetchAsync(string secret, string? scope, CancellationToken cancel)
    {
        using var key = SigningKey.Read(secret, auth.HelseId!.Algorithm, auth.HelseId.KeyId, out var fault);
        if (key is null)
            return Failed(TokenErrors.BadKey.At("auth.secret", fault));
        var endpoint = _tokenEndpoint ?? await DiscoverAsync(cancel);
        if (endpoint is null)
            return Failed(TokenErrors.BadDiscovery.At("auth.issuer"));
        _tokenEndpoint = endpoint;
        var (token, again) = await AskAsync(key, endpoint, scope, cancel);
        if (again)
            (token, _) = await AskAsync(key, endpoint, scope, cancel);
        return token with { Proof = token.Header?.Scheme == "DPoP" ? _proof : null };
    }

    private async Task<(AccessToken Token, bool Again)> AskAsync(SigningKey key, Uri endpoint, string? scope, CancellationToken cancel)
    {
        var now = context.Time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        var form = new List<KeyValuePair<string, string>>
        {
            new("client_id", auth.ClientId!),
            new("grant_type", "client_credentials"),
            new("client_assertion_type", ClientAssertion.Type),
            // An assertion is good for one use: a second try makes its own.
            new("client_assertion", ClientAssertion.Create(key, auth.ClientId!, auth.HelseId!, endpoint, now, Guid.NewGuid().ToString("N"))),
        };
        if (scope is { Length: > 0 })
            form.Add(new("scope", scope));
        request.Content = new FormUrlEncodedContent(form);
        _proof?.Prove(request, null);
        using var response = await http.SendAsync(request, cancel);
        var again = _proof?.Learn(response) ?? false;
        var (body, whole) = await BoundedBody.ReadAsync(response.Content, cancel);
        return (TokenAnswer.Read((int)response.StatusCode, AnswerHeaders.Of(response, now), whole ? body.Span : [], now, bound: _proof is not null), again);
    }

    private async Task<Uri?> DiscoverAsync(CancellationToken cancel)
    {
        var issuer = ClientAssertion.Issuer(auth.HelseId!);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{issuer}/.well-known/openid-configuration");
        using var response = await http.SendAsync(request, cancel);
        if ((int)response.StatusCode >= 500)
            throw new HttpRequestException("The issuer is not available");
        var (body, whole) = await BoundedBody.ReadAsync(response.Content, cancel);
        return response.IsSuccessStatusCode && whole ? TokenEndpoint(body, issuer) : null;
    }

    // The document must name the issuer it was fetched from (OpenID Connect Discovery section 4.3), and an endpoint as safe as the issuer.
    private static Uri? TokenEndpoint(ReadOnlyMemory<byte> body, string issuer)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Text(document.RootElement, "issuer")?.TrimEnd('/') == issuer
                && Uri.TryCreate(Text(document.RootElement, "token_endpoint"), UriKind.Absolute, out var endpoint)
                && (endpoint.Scheme == "https" || (endpoint.Scheme == "http" && issuer.StartsWith("http:", StringComparison.Ordinal)))
                ? endpoint
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.Read(value) : null;

    private AccessToken Failed(HubError error) => new(null, context.Time.GetUtcNow(), new SendOutcome.Failed(error, PartnerDown: true));
}
