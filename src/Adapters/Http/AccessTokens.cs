using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Http;

/// <summary>
/// The hub's access tokens at one partner of one tenant (RFC 6749 section 4.4), and so for one organisation. One token per scope is kept until shortly before it expires, and
/// however many sends wait for one, one request is made. Tokens are never shared between tenants.
/// </summary>
public sealed class AccessTokens
{
    private readonly HttpMessageInvoker _http;
    private readonly PartnerConfig _partner;
    private readonly SenderContext _context;
    private readonly HelseIdTokens? _helseId;
    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    /// <summary>Tokens for a partner.</summary>
    /// <param name="http">The way to the partner.</param>
    /// <param name="partner">The partner; its <see cref="PartnerConfig.Url"/> is set.</param>
    /// <param name="context">Clock and secrets.</param>
    public AccessTokens(HttpMessageInvoker http, PartnerConfig partner, SenderContext context)
    {
        (_http, _partner, _context) = (http, partner, context);
        _helseId = partner.Auth is { Kind: OutboundAuthKind.HelseId, HelseId: not null } auth ? new HelseIdTokens(http, auth, context) : null;
    }

    /// <summary>The token to use now, for the scope that is configured.</summary>
    /// <param name="cancel">Ends this caller's wait, not the request that others wait for too.</param>
    /// <returns>The token, or why there is none.</returns>
    public ValueTask<AccessToken> GetAsync(CancellationToken cancel) => GetAsync(null, cancel);

    /// <summary>The token to use now.</summary>
    /// <param name="scope">Scope of the token; null = the one that is configured.</param>
    /// <param name="cancel">Ends this caller's wait, not the request that others wait for too.</param>
    /// <returns>The token, or why there is none.</returns>
    public ValueTask<AccessToken> GetAsync(string? scope, CancellationToken cancel)
    {
        var wanted = scope ?? _partner.Auth?.Scope ?? "";
        var slot = _slots.GetOrAdd(wanted, _ => new Slot());
        var now = _context.Time.GetUtcNow();
        return slot.Usable(now) is { } token ? new ValueTask<AccessToken>(token) : new ValueTask<AccessToken>(slot.Join(now, () => FetchAsync(wanted)).WaitAsync(cancel));
    }

    /// <summary>Forgets a token that the partner refused. A newer one, which another send may have fetched meanwhile, stays.</summary>
    /// <param name="refused">The token.</param>
    public void Forget(AccessToken refused)
    {
        foreach (var slot in _slots.Values)
            slot.Forget(refused);
    }

    private async Task<AccessToken> FetchAsync(string scope)
    {
        if (_partner.Auth is not { } auth)
            return new AccessToken(null, DateTimeOffset.MaxValue);
        var secret = _context.Secrets.Read(auth.Secret);
        if (!secret.IsOk)
            return Failed(DeliveryErrors.CredentialsRefused.At("auth.secret", "The secret that the tenant file points to cannot be read"));
        var now = _context.Time.GetUtcNow();
        if (auth.Kind == OutboundAuthKind.Bearer)
            return new AccessToken(new AuthenticationHeaderValue("Bearer", secret.Value), now + TimeSpan.FromMinutes(1));
        using var timeout = new CancellationTokenSource(_partner.Timeout, _context.Time);
        try
        {
            return _helseId is null ? await AskAsync(auth, secret.Value, scope, now, timeout.Token) : await _helseId.FetchAsync(secret.Value, scope, timeout.Token);
        }
        catch (Exception e) when (HttpFailure.IsExpected(e))
        {
            return new AccessToken(null, now, HttpFailure.Classify(e));
        }
    }

    private async Task<AccessToken> AskAsync(OutboundAuth auth, string secret, string scope, DateTimeOffset now, CancellationToken cancel)
    {
        using var request = TokenRequest.Create(_partner, auth with { Scope = scope }, secret);
        using var response = await _http.SendAsync(request, cancel);
        var (body, whole) = await BoundedBody.ReadAsync(response.Content, cancel);
        return TokenAnswer.Read((int)response.StatusCode, AnswerHeaders.Of(response, now), whole ? body.Span : [], now);
    }

    private AccessToken Failed(HubError error) => new(null, _context.Time.GetUtcNow(), new SendOutcome.Failed(error, PartnerDown: true));

    /// <summary>The token of one scope, and the one request for it that is under way.</summary>
    private sealed class Slot
    {
        private readonly Lock _gate = new();
        private volatile AccessToken? _token;
        private Task<AccessToken>? _flight;

        public AccessToken? Usable(DateTimeOffset now) => _token is { } token && token.UsableUntil > now ? token : null;

        public void Forget(AccessToken refused)
        {
            lock (_gate)
            {
                if (ReferenceEquals(_token, refused))
                    _token = null;
            }
        }

        public Task<AccessToken> Join(DateTimeOffset now, Func<Task<AccessToken>> fetch)
        {
            lock (_gate)
                return Usable(now) is { } token ? Task.FromResult(token) : _flight ??= Task.Run(() => FlyAsync(fetch));
        }

        private async Task<AccessToken> FlyAsync(Func<Task<AccessToken>> fetch)
        {
            AccessToken? token = null;
            try
            {
                return token = await fetch();
            }
            finally
            {
                lock (_gate)
                {
                    _flight = null;
                    if (token is { Failure: null })
                        _token = token;
                }
            }
        }
    }
}
