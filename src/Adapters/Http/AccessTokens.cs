using System.Net.Http.Headers;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Http;

/// <summary>
/// The hub's access tokens at one partner of one tenant (RFC 6749 section 4.4). One token is kept until shortly before it expires, and however many
/// sends wait for one, one request is made. Tokens are never shared between tenants.
/// </summary>
public sealed class AccessTokens
{
    private readonly HttpMessageInvoker _http;
    private readonly PartnerConfig _partner;
    private readonly SenderContext _context;
    private readonly Lock _gate = new();
    private volatile AccessToken? _token;
    private Task<AccessToken>? _flight;

    /// <summary>Tokens for a partner.</summary>
    /// <param name="http">The way to the partner.</param>
    /// <param name="partner">The partner; its <see cref="PartnerConfig.Url"/> is set.</param>
    /// <param name="context">Clock and secrets.</param>
    public AccessTokens(HttpMessageInvoker http, PartnerConfig partner, SenderContext context) => (_http, _partner, _context) = (http, partner, context);

    /// <summary>The token to use now.</summary>
    /// <param name="cancel">Ends this caller's wait, not the request that others wait for too.</param>
    /// <returns>The token, or why there is none.</returns>
    public ValueTask<AccessToken> GetAsync(CancellationToken cancel)
    {
        if (_token is { } token && token.UsableUntil > _context.Time.GetUtcNow())
            return new ValueTask<AccessToken>(token);
        return new ValueTask<AccessToken>(JoinFlight().WaitAsync(cancel));
    }

    /// <summary>Forgets a token that the partner refused. A newer one, which another send may have fetched meanwhile, stays.</summary>
    /// <param name="refused">The token.</param>
    public void Forget(AccessToken refused)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_token, refused))
                _token = null;
        }
    }

    private Task<AccessToken> JoinFlight()
    {
        lock (_gate)
        {
            if (_token is { } token && token.UsableUntil > _context.Time.GetUtcNow())
                return Task.FromResult(token);
            return _flight ??= Task.Run(FlyAsync);
        }
    }

    private async Task<AccessToken> FlyAsync()
    {
        AccessToken? token = null;
        try
        {
            return token = await FetchAsync();
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

    private async Task<AccessToken> FetchAsync()
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
            using var request = TokenRequest.Create(_partner, auth, secret.Value);
            using var response = await _http.SendAsync(request, timeout.Token);
            var (body, whole) = await BoundedBody.ReadAsync(response.Content, timeout.Token);
            return TokenAnswer.Read((int)response.StatusCode, AnswerHeaders.Of(response, now), whole ? body.Span : [], now);
        }
        catch (Exception e) when (HttpFailure.IsExpected(e))
        {
            return new AccessToken(null, now, HttpFailure.Classify(e));
        }
    }

    private AccessToken Failed(HubError error) => new(null, _context.Time.GetUtcNow(), new SendOutcome.Failed(error, PartnerDown: true));
}
