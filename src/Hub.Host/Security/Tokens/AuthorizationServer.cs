using System.Text.Json;
using Hub.Adapters.Http;
using Hub.Core.Errors;
using Hub.Core.Jose;

namespace Hub.Host.Security.Tokens;

/// <summary>The configured authorization server: its addresses (OpenID Connect Discovery 1.0) and its keys (RFC 7517). Both are fetched when first needed and kept; a key that is not known is looked for again, at most every ten seconds,
/// so that the server may change its keys; where it does not answer, what is known holds for a day.</summary>
internal sealed class AuthorizationServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Usable = TimeSpan.FromDays(1);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    private readonly TokenSettings _settings;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private KeySet _keys = new([], DateTimeOffset.MinValue, DateTimeOffset.MinValue);
    private ServerAddresses? _addresses;

    public AuthorizationServer(TokenSettings settings, TimeProvider time)
    {
        (_settings, _time) = (settings, time);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ActivityHeadersPropagator = null }) { Timeout = Patience };
    }

    /// <summary>The addresses: what the settings say, and for the rest what the server says.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The addresses, or <see cref="TokenErrors.NoKeys"/>.</returns>
    public async Task<Result<ServerAddresses>> AddressesAsync(CancellationToken cancel)
    {
        if (_addresses is { } known)
            return known;
        var set = new ServerAddresses(_settings.AuthorizationEndpoint, _settings.TokenEndpoint, _settings.Jwks);
        if (set is not { Authorization: null } and not { Token: null } and not { Jwks: null })
            return _addresses = set;
        var found = await FetchAsync(new Uri($"{_settings.Issuer.TrimEnd('/')}/.well-known/openid-configuration"), cancel);
        if (found is not { } document)
            return set.Jwks is null ? TokenErrors.NoKeys.At() : set;

        // The document of another issuer would lead to another's keys (OpenID Connect Discovery 1.0 section 4.3).
        if (Claim.Text(document, "issuer") != _settings.Issuer)
            return TokenErrors.NoKeys.At(detail: "The discovery document of the authorization server names another issuer");
        return _addresses = new ServerAddresses(
            set.Authorization ?? Address(document, "authorization_endpoint"), set.Token ?? Address(document, "token_endpoint"), set.Jwks ?? Address(document, "jwks_uri"));
    }

    /// <summary>Keys that may have made a signature.</summary>
    /// <param name="keyId">The <c>kid</c> that the signature names, null when it names none.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The keys, none when the server has no such key; or <see cref="TokenErrors.NoKeys"/>.</returns>
    public async ValueTask<Result<PublicJwk[]>> KeysAsync(string? keyId, CancellationToken cancel)
    {
        var keys = Volatile.Read(ref _keys);
        var fitting = keys.Fitting(keyId);
        if (fitting.Length > 0 && keys.Fetched + Fresh > _time.GetUtcNow())
            return fitting;
        keys = await RenewAsync(keys, cancel);
        if (keys.Fetched + Usable < _time.GetUtcNow())
            return TokenErrors.NoKeys.At();
        return keys.Fitting(keyId);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _gate.Dispose();
    }

    private static Uri? Address(JsonElement document, string name) =>
        Uri.TryCreate(Claim.Text(document, name), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    // Keys for encrypting sign nothing.
    private static PublicJwk? SigningKey(JsonElement key) => Claim.Text(key, "use") is null or "sig" ? PublicJwk.Read(key) : null;

    private async Task<KeySet> RenewAsync(KeySet seen, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var current = _keys;
            if (!ReferenceEquals(current, seen) || current.Tried + Between > _time.GetUtcNow())
                return current;
            var fetched = await FetchKeysAsync(cancel);
            var now = _time.GetUtcNow();
            return _keys = fetched is null ? current with { Tried = now } : new KeySet(fetched, now, now);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<PublicJwk[]?> FetchKeysAsync(CancellationToken cancel)
    {
        var place = _settings.Jwks;
        if (place is null && await AddressesAsync(cancel) is { IsOk: true } addresses)
            place = addresses.Value.Jwks;
        if (place is null || await FetchAsync(place, cancel) is not { } document)
            return null;
        return document.TryGetProperty("keys", out var keys) && keys.ValueKind == JsonValueKind.Array
            ? [.. keys.EnumerateArray().Select(SigningKey).OfType<PublicJwk>()]
            : null;
    }

    private async Task<JsonElement?> FetchAsync(Uri address, CancellationToken cancel)
    {
        try
        {
            using var response = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (!response.IsSuccessStatusCode)
                return null;
            var (body, whole) = await BoundedBody.ReadAsync(response.Content, cancel);
            if (!whole)
                return null;
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception e) when (e is JsonException || (HttpFailure.IsExpected(e) && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    private sealed record KeySet(PublicJwk[] Keys, DateTimeOffset Fetched, DateTimeOffset Tried)
    {
        public PublicJwk[] Fitting(string? keyId) => keyId is null ? Keys : [.. Keys.Where(k => k.KeyId is null || k.KeyId == keyId)];
    }
}
